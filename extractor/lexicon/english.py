"""English words of pages, as a table: a line that has many of them is a notice, a menu or a button."""

from __future__ import annotations

# Words of English notices, menus and buttons, none of which Vietnamese has: Please enable JavaScript, 12 comments, All rights reserved.
ENGLISH = frozenset("""
the of and you your yours this that these those is are was were been has have had not for from with our we us they their it its by at as or if will would should may must all any
some more most other about after before when where which who how please click here enable enabled disable disabled javascript cookie cookies browser browsers website site sites
page pages use uses used using view views viewed viewing read reading comment comments reply replies share shares like likes follow followers subscribe subscribers newsletter
rights reserved copyright powered privacy policy terms service services conditions accept agree continue loading skip main content search results result menu navigation sign
login register account password update updated posted published min mins minutes minute hours hour days day ago second seconds visitors visitor visit visits users user members member
guests guest articles article news latest related previous next back close open show print send mail download file files photo photos image images story stories free left right
support supported required error errors found access denied request server contact information data learn work works working best better experience improve offer only new now
translate translated select language english vietnamese version mobile desktop advertisement ads hello welcome world time times today yesterday week month year years
redirected redirect automatically requires require provided content contents full text online counter total hits
""".split())  # fmt: skip
