"""The lines of a page: its title, lead and body, datelines, timestamps and boilerplate."""
