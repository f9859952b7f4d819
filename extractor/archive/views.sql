-- Views for people: what they are called and what stands in their columns is told by tu_dien.
-- DuckDB reads them too, so nothing is counted by count(*), which it writes in another way.

CREATE VIEW so_lieu AS
SELECT
    figures.id AS ma, figures.value AS gia_tri, figures.low AS gia_tri_tu, figures.high AS gia_tri_den,
    figures.total AS tren_tong, units.symbol AS don_vi, figures.modifier AS muc_do, figures.item AS noi_dung,
    figures.category AS phan_loai, figures.action AS hanh_dong, figures.per AS tren_moi, figures.change AS bien_dong,
    figures.kind AS loai, figures.status AS trang_thai, indicators.id AS ma_chi_tieu, indicators.vi AS chi_tieu,
    places.name AS dia_phuong, places.level AS cap, places.province AS tinh, figures.period AS thoi_ky,
    figures.first_day AS tu_ngay, figures.last_day AS den_ngay, figures.text AS nguyen_van,
    substr(articles.text, figures.sentence_start + 1, figures.sentence_end - figures.sentence_start) AS cau,
    articles.title AS tieu_de, articles.day AS ngay_dang, articles.url AS dia_chi, sources.name AS nguon,
    articles.id AS ma_bai, facts.id AS ma_su_kien, facts.agreement AS dong_thuan, figures.verdict AS ket_luan,
    figures.confidence_quantity AS tin_cay_so, figures.confidence_item AS tin_cay_noi_dung,
    figures.confidence_place AS tin_cay_dia_phuong, figures.confidence_period AS tin_cay_thoi_ky,
    figures.confidence_status AS tin_cay_trang_thai
FROM figures
JOIN articles ON articles.number = figures.article
JOIN sources ON sources.number = articles.source
JOIN units ON units.number = figures.unit
LEFT JOIN facts ON facts.number = figures.fact
LEFT JOIN places ON places.number = figures.place
LEFT JOIN indicators ON indicators.number = figures.indicator;

CREATE VIEW su_kien AS
SELECT
    facts.id AS ma, facts.value AS gia_tri, facts.low AS gia_tri_tu, facts.high AS gia_tri_den,
    facts.total AS tren_tong, units.symbol AS don_vi, facts.modifier AS muc_do, facts.item AS noi_dung,
    facts.category AS phan_loai, facts.action AS hanh_dong, facts.per AS tren_moi, facts.change AS bien_dong,
    facts.kind AS loai, facts.status AS trang_thai, indicators.id AS ma_chi_tieu, indicators.vi AS chi_tieu,
    places.name AS dia_phuong, places.level AS cap, places.province AS tinh, facts.period AS thoi_ky,
    facts.first_day AS tu_ngay, facts.last_day AS den_ngay, facts.agreement AS dong_thuan,
    (SELECT count(figures.number) FROM figures WHERE figures.fact = facts.number) AS so_lan_neu, facts.sources AS so_nguon,
    facts.first_published AS dang_dau_tien, facts.last_published AS dang_gan_nhat, facts.part_of AS thuoc_su_kien,
    facts.why AS vi_sao
FROM facts
JOIN units ON units.number = facts.unit
LEFT JOIN places ON places.number = facts.place
LEFT JOIN indicators ON indicators.number = facts.indicator;

CREATE VIEW bai_bao AS
SELECT
    articles.id AS ma, articles.title AS tieu_de, articles.published AS dang_luc, articles.author AS tac_gia,
    sources.name AS nguon, articles.section AS chuyen_muc, articles.url AS dia_chi, places.name AS dia_phuong,
    places.province AS tinh, articles.text AS noi_dung, articles.same_as AS trung_voi,
    (SELECT count(figures.number) FROM figures WHERE figures.article = articles.number) AS so_so_lieu
FROM articles
JOIN sources ON sources.number = articles.source
LEFT JOIN places ON places.number = articles.place;

CREATE VIEW dia_phuong AS
SELECT
    places.id AS ma, places.name AS ten, places.level AS cap, places.province AS tinh,
    (SELECT group_concat(name || coalesce(', ' || nullif(province, name), ''), '; ')
     FROM (SELECT name, province FROM successors WHERE place = places.number ORDER BY position)) AS hien_nay,
    (SELECT count(figures.number) FROM figures WHERE figures.place = places.number) AS so_so_lieu
FROM places;

CREATE VIEW chi_tieu AS
SELECT
    indicators.id AS ma, indicators."group" AS nhom, indicators.vi AS ten, indicators.en AS ten_tieng_anh,
    indicators.kind AS loai, indicators.unit AS don_vi,
    (SELECT count(figures.number) FROM figures WHERE figures.indicator = indicators.number) AS so_so_lieu,
    (SELECT count(facts.number) FROM facts WHERE facts.indicator = indicators.number) AS so_su_kien
FROM indicators;

CREATE VIEW ket_qua_kiem_tra AS
SELECT
    findings.id AS ma, findings."check" AS phep_kiem_tra, findings.verdict AS ket_luan, findings.severity AS muc_nang,
    findings.compared AS co_doi_chieu, findings.stated AS gia_tri_neu, findings.expected AS gia_tri_dung,
    findings.arithmetic AS phep_tinh, findings.explanation_vi AS giai_thich,
    findings.explanation_en AS giai_thich_tieng_anh, findings.record AS so_lieu_chinh_thuc,
    findings.confidence AS tin_cay, figures.id AS ma_so_lieu, articles.id AS ma_bai, articles.title AS tieu_de
FROM findings
LEFT JOIN compared ON compared.finding = findings.number AND compared.position = 0
LEFT JOIN figures ON figures.number = compared.figure
LEFT JOIN articles ON articles.number = figures.article;

CREATE VIEW nguon AS
SELECT
    sources.name AS ten,
    (SELECT count(articles.number) FROM articles WHERE articles.source = sources.number) AS so_bai,
    (SELECT min(articles.day) FROM articles WHERE articles.source = sources.number) AS dang_dau_tien,
    (SELECT max(articles.day) FROM articles WHERE articles.source = sources.number) AS dang_gan_nhat,
    (SELECT count(figures.number) FROM figures JOIN articles ON articles.number = figures.article
     WHERE articles.source = sources.number) AS so_so_lieu
FROM sources;
