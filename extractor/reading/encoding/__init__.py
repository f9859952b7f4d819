"""Bytes to letters: encodings, old Vietnamese fonts, entities, and text that is damaged."""
