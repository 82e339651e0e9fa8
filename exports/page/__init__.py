"""The one-page coaching summary: lines of glyphs, drawn as a tagged PDF."""
