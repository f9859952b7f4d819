"""Work on many items by several processes: results in the order of the items, few of them held at a time."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

AHEAD = 16  # items for each process that may be done or under way before the first of them is handed on
HELD = 64 << 20  # bytes of such items: a few pages of the largest size that is read
PATIENCE = 1.0  # seconds between the end of a process's connection and its own: the system may write out its memory
TRIES = 2  # an item whose process dies is tried once more: the system may have ended the process for another's memory

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    work: Callable[[T], R],
    items: Iterable[T],
    *,
    jobs: int,
    lost: Callable[[T, str], R],
    size: Callable[[T], int],
    apart: bool = False,
) -> Iterator[tuple[T, R]]:
    """Each item with what `work` makes of it, in the order of the items, by as many processes as there are jobs.

    With one job the work is done in this process, unless it is to be kept `apart`. Where an item ends the process that
    works on it, and another that tries again, its result is `lost(item, how the process ended)`; the other items go on.
    `size` says how many bytes an item takes, about.
    """
    if jobs == 1 and not apart:
        for item in items:
            yield item, work(item)
        return
    crew: _Crew[T, R] = _Crew(work, jobs, lost)
    try:
        yield from crew.through(items, size)
    finally:
        crew.dismiss()


class _Task(Struct, Generic[T]):
    at: int
    item: T
    tries: int = 0


class _Crew(Generic[T, R]):
    """The processes, and what each is working on."""

    def __init__(self, work: Callable[[T], R], jobs: int, lost: Callable[[T, str], R]) -> None:
        self._work, self._lost = work, lost
        self._idle: list[_Worker] = [_Worker(work) for _ in range(jobs)]
        self._busy: dict[object, tuple[_Worker, _Task[T]]] = {}
        self._done: dict[int, tuple[T, R]] = {}

    def through(self, items: Iterable[T], size: Callable[[T], int]) -> Iterator[tuple[T, R]]:
        """Each item with its result, in order."""
        tasks = (_Task(at, item) for at, item in enumerate(items))
        first, given, held, most = 0, 0, 0, AHEAD * len(self._idle)
        while True:
            while self._idle and given < first + most and held < HELD and (task := next(tasks, None)):
                given, held = given + 1, held + size(task.item)
                self._give(task, self._idle.pop())
            if first in self._done:
                item, result = self._done.pop(first)
                yield item, result
                first, held = first + 1, held - size(item)
            elif not self._busy:
                return
            self._collect(wait_for_one=first not in self._done)

    def dismiss(self) -> None:
        """Ends all processes, whatever they are doing."""
        workers = [*self._idle, *(worker for worker, _ in self._busy.values())]
        for worker in workers:
            worker.kill()
        for worker in workers:
            worker.end()

    def _give(self, task: _Task[T], worker: _Worker) -> None:
        task.tries += 1
        try:
            worker.connection.send(task.item)
        except OSError:
            self._died(worker, task)
        else:
            self._busy[worker.connection] = (worker, task)

    def _collect(self, *, wait_for_one: bool) -> None:
        """Takes the results that are there."""
        from multiprocessing.connection import wait

        if not self._busy:
            return
        ready = wait([worker.connection for worker, _ in self._busy.values()], None if wait_for_one else 0)
        for worker, task in [self._busy.pop(connection) for connection in ready]:
            try:
                self._done[task.at] = (task.item, worker.connection.recv())
            except (EOFError, OSError):
                self._died(worker, task)
            else:
                self._idle.append(worker)

    def _died(self, worker: _Worker, task: _Task[T]) -> None:
        """Puts a fresh process in its place, which tries the task again: what killed the first has not met it."""
        how = worker.end()
        fresh = _Worker(self._work)
        if task.tries < TRIES:
            self._give(task, fresh)
        else:
            self._done[task.at] = (task.item, self._lost(task.item, how))
            self._idle.append(fresh)


class _Worker:
    """A process that works on one item at a time."""

    def __init__(self, work: Callable[[T], R]) -> None:
        from multiprocessing import get_context

        context = get_context("spawn")  # starts alike everywhere, and holds none of the parent's files open
        self.connection, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_serve, args=(theirs, work), daemon=True)
        with _no_interrupt():
            self._process.start()
        theirs.close()

    def kill(self) -> None:
        """Ends the process at once."""
        self._process.kill()

    def end(self) -> str:
        """How the process ended; one that goes on without its connection is ended."""
        self.connection.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self.kill()
            self._process.join()
        code = self._process.exitcode or 0
        self._process.close()
        return signal.Signals(-code).name if code < 0 else f"exit status {code}"


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Ctrl-C and `kill` may reach every process of a group: those that are started meanwhile leave it to this one."""
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # its own start would let the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, work: Callable[[T], R]) -> None:
    """Works on what comes until the other end is closed, as it also is when the parent was killed."""
    while True:
        try:
            connection.send(work(connection.recv()))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return
