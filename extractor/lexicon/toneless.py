"""Words of Vietnamese without their marks: where a line has some of them and no mark at all, the marks are lost."""

from __future__ import annotations

# Written so, none of them is a usual word; in 3,000 articles nearly all have marks. Names and English words are left out.
TONELESS = frozenset("""
biet bieu cac cach cap cau chu chuc chuyen cong cu cua cuoc dai dam dan dang dat dau diem dien doan dong duc duoc
duong giai giao gioi hanh hien ho hoc hoi hon hong hop huyen ket khac khach khien khoe khoi khong khu kiem kien kinh
la lam lanh lien lua luat luong muc nang nen neu ngan ngay ngheo nghiep nghin ngoai nguoi nhan nhat nhiem nhieu nhung
nong nuoc phai phap phat pho phuc phuong quyen quyet rat rung sach suc thanh thoi thon thuc thuy tich tien tong tran
trau trien trieu trong truoc truong tuoi tuyen ty uy va viec vien viet voi vuc xa xay xuat
""".split())  # fmt: skip
