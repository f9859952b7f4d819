"""What people type beside a number where they leave the marks off, and the ways to compare that keyboards have.

The words themselves stand in the tables of modifiers, units, names and numerals; here stand those that are not taken
from there, since without marks another word is meant more often.
"""

from __future__ import annotations

from extractor.lexicon.rows import rows

# Before a number without marks: co 5 xa is có, not cỡ; qua 5 nam is qua, not quá.
OTHERS_BEFORE = rows("""
chung   # chung 12 ho
co
do
loi
qua
sap
tam
khoang bang
""")

# Behind a number without marks: 5 lang are làng, 3 sao are sao.
OTHERS_BEHIND = rows("""
dam
do
giay
hom
ky
ki
khoi
lang
nam   # 5 nam, 4 nu
quy
sao
te
yen
""")

# Behind a scale without marks they make another word of it: 5 ngan hang, 3 ti vi.
OTHERS_OF_SCALES = {"ngàn": ("hàng", "sách", "năm", "quỹ"), "tỉ": ("vi", "thí"), "tỷ": ("thí",)}

# Two signs for one.
SIGNS = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤"}

# Before a number they say that it is just that.
EQUAL = ("bằng", "đúng", "là", "=")
