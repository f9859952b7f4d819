"""What a figure is about, one field a module; the modules do not know each other."""
