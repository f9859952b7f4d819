"""Countries as Vietnamese news names them."""

from __future__ import annotations

COUNTRIES = tuple(
    """
Việt Nam|Lào|Campuchia|Thái Lan|Trung Quốc|Đài Loan|Hồng Kông|Nhật Bản|Hàn Quốc|Triều Tiên|Mông Cổ|Philippines|Malaysia|Indonesia|
Singapore|Brunei|Myanmar|Đông Timor|Ấn Độ|Pakistan|Bangladesh|Sri Lanka|Nepal|Afghanistan|Iran|Iraq|Syria|Israel|Li Băng|Lebanon|
Ả Rập Xê Út|Ả Rập Saudi|Qatar|Kuwait|UAE|Thổ Nhĩ Kỳ|Nga|Ukraine|Belarus|Kazakhstan|Uzbekistan|Anh|Pháp|Đức|Ý|Italia|Italy|
Tây Ban Nha|Bồ Đào Nha|Hà Lan|Bỉ|Thụy Sĩ|Thụy Điển|Na Uy|Đan Mạch|Phần Lan|Ba Lan|Séc|Cộng hòa Séc|Slovakia|Hungary|Áo|Hy Lạp|
Romania|Bulgaria|Serbia|Croatia|Ireland|Iceland|Mỹ|Hoa Kỳ|Canada|Mexico|Cuba|Brazil|Argentina|Chile|Peru|Colombia|Venezuela|
Úc|Australia|New Zealand|Ai Cập|Nam Phi|Nigeria|Kenya|Ethiopia|Algeria|Ma Rốc|Angola|Mozambique|Ghana|Congo|Uganda|Tanzania
""".replace("\n", "").split("|")
)
