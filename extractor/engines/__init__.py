"""More than one machine: the same extraction and merge, done by others' engines."""
