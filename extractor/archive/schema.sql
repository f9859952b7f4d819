-- The tables of an archive, version 1. Names are those of the records; `number` is a row's own, `id` the record's.
-- What is written by us and read by us alone begins with an underscore; views for people stand in views.sql.
-- Every table has a rowid, without which DuckDB does not count its rows.

CREATE TABLE sources (  -- who published: a site, the host of an address, else the file that articles were read from
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    _path TEXT UNIQUE  -- of a file: all of it, where `name` is its end
);

CREATE TABLE places (  -- administrative units as published
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,  -- stable: a hash of name, level, province and the units that hold it today
    name TEXT NOT NULL,
    level TEXT,
    province TEXT
);

CREATE TABLE successors (  -- the units that hold a place since 1 July 2025
    place INTEGER NOT NULL REFERENCES places (number),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    province TEXT,
    extent TEXT NOT NULL CHECK (extent IN ('whole', 'part')),
    PRIMARY KEY (place, position)
);

CREATE TABLE containers (  -- every unit that a place of the archive lies in, by the units of the time or those of today
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,  -- level and name: huyện Lục Yên
    level TEXT,
    province TEXT NOT NULL,  -- empty for a province, the nation, or where it is unknown
    units TEXT NOT NULL CHECK (units IN ('then', 'today')),
    key TEXT NOT NULL,  -- the name without its level as names are compared: places/gazetteer.key_of
    plain TEXT NOT NULL,  -- the same without marks: archive/folding.bare
    UNIQUE (name, province, units)
);
CREATE INDEX containers_by_plain ON containers (plain);

CREATE TABLE lies_in (  -- a place lies in itself too
    container INTEGER NOT NULL REFERENCES containers (number),
    place INTEGER NOT NULL REFERENCES places (number),
    PRIMARY KEY (container, place)
);
CREATE INDEX holders_of_place ON lies_in (place);

CREATE TABLE indicators (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    "group" TEXT,
    vi TEXT,
    en TEXT,
    kind TEXT,
    unit TEXT
);

CREATE TABLE units (  -- every unit that a figure has
    number INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL UNIQUE
);

CREATE TABLE _rules (  -- which rule decided each field of a figure, as JSON; figures share them
    number INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    rules TEXT NOT NULL
);

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES sources (number),
    read_from TEXT NOT NULL,  -- the record's `source`: the file or address that it was read from
    _origin TEXT,  -- what stays when an article is updated: its address, else its file and title; null where nothing tells
    url TEXT,
    title TEXT,
    published TEXT,
    day TEXT,  -- of publication
    author TEXT,
    site TEXT,
    section TEXT,
    place INTEGER REFERENCES places (number),
    text TEXT NOT NULL,
    furniture TEXT NOT NULL,  -- spans, as JSON
    title_span TEXT,
    lead_span TEXT,
    encoding TEXT NOT NULL,
    same_as TEXT,  -- id of the article that it is a copy of, which need not be in the archive
    _digest BLOB NOT NULL  -- of the article with its figures and rejected numbers: whether it has changed
);
CREATE INDEX articles_of_source ON articles (source);
CREATE INDEX articles_by_origin ON articles (_origin);
CREATE INDEX articles_by_day ON articles (day);
CREATE INDEX articles_of_place ON articles (place);
CREATE INDEX articles_by_copy ON articles (same_as);

CREATE TABLE facts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    indicator INTEGER REFERENCES indicators (number),
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    action TEXT,
    category TEXT,
    unit INTEGER NOT NULL REFERENCES units (number),
    per TEXT,
    place INTEGER REFERENCES places (number),
    period TEXT,
    first_day TEXT,
    last_day TEXT,
    status TEXT NOT NULL,
    change TEXT,
    value NUMERIC,
    low NUMERIC,
    high NUMERIC,
    total NUMERIC,
    _digits TEXT,  -- JSON, for numbers that a float does not hold digit by digit: {"value": "12345678901234567.89"}
    modifier TEXT NOT NULL,
    sources INTEGER NOT NULL,
    first_published TEXT,
    last_published TEXT,
    agreement TEXT NOT NULL,
    part_of TEXT,  -- id of the total's fact
    why TEXT NOT NULL,
    _key INTEGER NOT NULL  -- a hash of what facts must have alike to be one
);
CREATE UNIQUE INDEX facts_by_id ON facts (id);
CREATE INDEX facts_of_place ON facts (place, indicator);
CREATE INDEX facts_of_indicator ON facts (indicator);
CREATE INDEX facts_by_key ON facts (_key);
CREATE INDEX facts_in_part ON facts (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX facts_by_agreement ON facts (agreement);

CREATE TABLE stated (  -- every distinct value of a fact
    fact INTEGER NOT NULL REFERENCES facts (number),
    position INTEGER NOT NULL,
    value NUMERIC,
    low NUMERIC,
    high NUMERIC,
    _digits TEXT,
    modifier TEXT NOT NULL,
    PRIMARY KEY (fact, position)
);

CREATE TABLE figures (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (number),
    start INTEGER NOT NULL,  -- code points of the article's text; SQLite's substr counts from 1
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    value NUMERIC,
    low NUMERIC,
    high NUMERIC,
    total NUMERIC,
    _digits TEXT,
    modifier TEXT NOT NULL,
    unit INTEGER NOT NULL REFERENCES units (number),
    item TEXT NOT NULL,
    category TEXT,
    action TEXT,
    per TEXT,
    change TEXT,
    status TEXT NOT NULL,
    place INTEGER REFERENCES places (number),
    period TEXT,
    first_day TEXT,
    last_day TEXT,
    part_of TEXT,  -- id of the total's figure
    indicator INTEGER REFERENCES indicators (number),
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    _sentence INTEGER NOT NULL,  -- number of the first figure in the same sentence
    rules INTEGER NOT NULL REFERENCES _rules (number),
    confidence_quantity REAL NOT NULL,
    confidence_item REAL NOT NULL,
    confidence_place REAL NOT NULL,
    confidence_period REAL NOT NULL,
    confidence_status REAL NOT NULL,
    fact INTEGER REFERENCES facts (number),
    stated INTEGER,  -- which of the values of its fact it states: position in `stated`
    verdict TEXT  -- the gravest that a finding says of it as the figure in doubt; null where it was compared with nothing
);
CREATE UNIQUE INDEX figures_by_id ON figures (id);
CREATE INDEX figures_of_article ON figures (article, start);
CREATE INDEX figures_of_fact ON figures (fact);
CREATE INDEX figures_of_place ON figures (place);
CREATE INDEX figures_of_indicator ON figures (indicator);
CREATE INDEX figures_of_unit ON figures (unit, value);
CREATE INDEX figures_by_day ON figures (last_day);
CREATE INDEX figures_by_verdict ON figures (verdict) WHERE verdict IS NOT NULL;

CREATE TABLE passed (  -- numbers that are no figures, and why
    article INTEGER NOT NULL REFERENCES articles (number),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    reason TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, start, "end")
);

CREATE TABLE findings (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    "check" TEXT NOT NULL,
    verdict TEXT NOT NULL,
    severity TEXT NOT NULL,
    compared INTEGER NOT NULL,  -- 0 where there was nothing to hold the figure against
    stated TEXT,  -- JSON: a number, or {"low": …, "high": …}
    expected TEXT,
    arithmetic TEXT,
    explanation_vi TEXT NOT NULL,
    explanation_en TEXT NOT NULL,
    record TEXT,  -- JSON: the official row
    confidence REAL NOT NULL,
    sentences TEXT NOT NULL  -- JSON: article, start and end of each
);
CREATE INDEX findings_by_verdict ON findings (compared, verdict, severity);
CREATE INDEX findings_by_check ON findings ("check");

CREATE TABLE compared (  -- the figures of a finding, that in doubt first
    finding INTEGER NOT NULL REFERENCES findings (number),
    position INTEGER NOT NULL,
    figure INTEGER NOT NULL REFERENCES figures (number),
    PRIMARY KEY (finding, position)
);
CREATE INDEX findings_of_figure ON compared (figure);

-- What search reads. The words are those of archive/folding: without marks and with them. No text is kept twice, so a
-- row is taken out by the words that were put in.
-- What many figures share is put in once: search joins it to them by the columns below.
CREATE VIRTUAL TABLE _item_words USING fts5 (  -- rowid: the figure's number
    bare, marked, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE _sentence_words USING fts5 (  -- rowid: figures._sentence
    bare, marked, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE _place_words USING fts5 (  -- rowid: the place's number
    bare, marked, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE _title_words USING fts5 (  -- rowid: the article's number
    bare, marked, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE _text_words USING fts5 (  -- rowid: the article's number
    bare, marked, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
-- Bytes of words that are held before they are written: fewer pieces to merge.
INSERT INTO _item_words (_item_words, rank) VALUES ('hashsize', 33554432);
INSERT INTO _sentence_words (_sentence_words, rank) VALUES ('hashsize', 33554432);
INSERT INTO _text_words (_text_words, rank) VALUES ('hashsize', 33554432);
CREATE TABLE _columns (  -- the facets of figures column by column: chunk n holds those of 65,536 numbers from n * 65,536 on
    name TEXT NOT NULL,
    chunk INTEGER NOT NULL,
    codes BLOB NOT NULL,  -- an array of numpy, little-endian; see archive/columns
    PRIMARY KEY (name, chunk)
);
CREATE TABLE _state (  -- one row
    generation INTEGER NOT NULL,  -- one more with every change: what is kept in memory is of one generation
    solieu TEXT NOT NULL,  -- the version that wrote last
    updated TEXT NOT NULL  -- when, ISO 8601
);
CREATE TABLE tu_dien (  -- what each table and column means, for people: filled from dictionary.tsv
    bang TEXT NOT NULL,
    cot TEXT NOT NULL,
    tieng_viet TEXT NOT NULL,
    tieng_anh TEXT NOT NULL,
    PRIMARY KEY (bang, cot)
);
