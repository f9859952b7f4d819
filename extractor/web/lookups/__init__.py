"""What pages show, looked up in an archive: a module a page, each with its frozen shapes."""
