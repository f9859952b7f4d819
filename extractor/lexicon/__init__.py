"Words as tables, a row a word."
