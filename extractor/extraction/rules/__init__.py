"""Rules by family: what a text says, with texts that each rule reads and texts that it leaves alone."""
