"""Within an article: texts that say one thing again, in other words, and texts that give one number of two things."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import merge
from extractor.dataset.merge.compare import Claim
from extractor.dataset.merge.repeats import REASONS, NumbersBySort
from extractor.dataset.merge.statements import MOST_OF_A_KIND, groups
from extractor.extraction.pipeline import Extraction, extract
from extractor.model.records import Article, Fact


def news(text: str, *, name: str = "a") -> Extraction:
    """An article of a text about huyện Lý Sơn, its sentences in paragraphs of their own."""
    paragraphs = ["Toàn cảnh huyện Lý Sơn (Quảng Ngãi)", *text.split(" | ")]
    return extract(Article(id=name, source=name, text="\n\n".join(paragraphs), published="2023-12-20"))


def merged(text: str) -> list[Fact]:
    extraction = news(text)
    return list(merge(extraction.figures, [extraction.article]))


# Sentences that state one fact, and the number of figures that state it.
ONE_FACT = (
    # words that mean the same, and what becomes of people
    ("Tai nạn làm 4 người tử vong. | Bốn nạn nhân thiệt mạng đều trú tại xã An Vĩnh.", 2),
    # a noun and the shorter or more general one that stands for it
    ("Đoàn phát 174 suất quà cho hộ nghèo. | Các hộ nhận đủ 174 suất trong sáng nay.", 2),
    ("Huyện kỷ luật 34 cán bộ. | Trong đợt này, 34 cá nhân phải kiểm điểm trước chi bộ.", 2),
    ("Huyện làm việc với 2 nhà máy chế biến hải sản. | Hai đơn vị chế biến hải sản cam kết xử lý nước thải.", 2),
    ("Sau trận bão, 12 địa phương mất điện. | Điện lực cho biết 12 xã mất điện từ tối qua.", 2),
    ("Huyện tuyển 4 bí thư đoàn xã. | Cả 4 vị trí này không phải thi tuyển.", 2),
    # people by whatever noun, things by nouns of one sort, where the article has no other number of them
    ("Hai phụ nữ bị sóng cuốn trôi. | Người dân đưa hai người phụ nữ vào bờ an toàn.", 2),
    ("Tàu chìm, 5 ngư dân được đưa vào bờ. | Sức khỏe của 5 thuyền viên đã ổn định.", 2),
    ("Cảnh sát bắt hai nghi phạm. | Cả hai bị can đều nhận tội.", 2),
    # one says no more
    ("Chợ có 45 gian hàng. | Tiểu thương của 45 gian hàng được miễn phí.", 2),
    ("Hai sản phẩm khác nhau cùng mang nhãn đảo. | Huyện kiểm tra hai sản phẩm này.", 2),
    # hectares are an area: of which is said elsewhere
    ("Khu đất rộng 4,3 ha nằm ven biển. | Trên diện tích 4,3 ha này, huyện dựng trường học.", 2),
    # the same hedge before a round number
    ("Gần 500 học sinh nghỉ học vì bão. | Gần 500 học sinh của Trường Tiểu học An Vĩnh đã trở lại lớp.", 2),
    # no other sum in the article
    ("Ông Hòa góp hơn 300 triệu đồng xây cầu. | Nhờ hơn 300 triệu đồng này, cây cầu đã xong.", 2),
    # a demand of what is there
    ("Cơ quan điều tra khởi tố 16 bị can. | Viện kiểm sát đề nghị truy tố 16 bị can.", 2),
)

# Sentences that give one number of several things: as many facts as figures.
SEVERAL_FACTS = (
    # what became of them
    "Xe khách lao xuống vực, 3 người chết. | Bác sĩ cho biết 3 người bị thương đã qua cơn nguy hiểm.",
    # others than those told of
    "Đoàn tặng quà cho 6 hộ nghèo. | Xã vận động 6 hộ khác hiến đất.",
    "Hai căn nhà bị cháy. | Ngọn lửa lan sang hai căn nhà liền kề.",
    # a sentence that gives the number of two things
    "Hội nghị nêu 9 việc nên làm và 9 việc không được làm. | Cán bộ cam kết 9 việc trước dân.",
    # told of other places, at other times, planned and done
    "Huyện Lý Sơn có 4 trạm bơm. | Huyện Trà Bồng có 4 trạm bơm.",
    "Năm 2021, xã có 18 hộ khá. | Năm 2022, xã có 18 hộ khá.",
    "Huyện xây được 25 căn nhà. | Huyện phấn đấu xây 25 căn nhà.",
    # of other stuffs, in other works, of other men
    "Xã có 25 ha tỏi. | Người dân còn trồng 25 ha hành.",
    "Giải ngân vốn đạt 95%. | Hộ dùng nước sạch đạt 95%.",
    "Bị cáo Nam lĩnh 12 năm tù. | Bị cáo Hùng lĩnh 12 năm tù.",
    # limits that rules set
    "Sân phơi rộng ít nhất 600 m2. | Kho lạnh của hợp tác xã rộng ít nhất 600 m2.",
    # a noun that has the other's in it counts something else
    "Huyện có 2 chủ tàu vay vốn. | Hai tàu đang neo ở cảng.",
    "Phường có 37 tổ dân phố. | Đảng bộ phường có 37 chi bộ tổ dân phố.",
    # common numbers of nouns that say little
    "Huyện hỗ trợ 12 hộ nghèo. | Huyện khen thưởng 12 cán bộ.",
    "Xã có 2 tuyến đường hỏng. | Huyện sửa 2 cây cầu.",
)


@pytest.mark.parametrize(("text", "count"), ONE_FACT, ids=[text for text, _ in ONE_FACT])
def test_texts_that_say_one_thing_again(text: str, count: int) -> None:
    (fact,) = merged(text)
    assert (len(fact.figures), fact.agreement) == (count, "repeated")
    assert any(reason in fact.why for reason in REASONS.values())


@pytest.mark.parametrize("text", SEVERAL_FACTS)
def test_texts_that_give_one_number_of_several_things(text: str) -> None:
    facts = merged(text)
    assert len(facts) == len(news(text).figures) > 1
    assert len({fact.value for fact in facts}) == 1, "the text must give one number"


def test_another_number_of_the_sort_keeps_apart_what_words_do_not_join() -> None:
    again = "Sáng nay, ba chủ tàu nhận lưới mới. | Theo huyện, ba chủ tàu thiếu vốn đóng tàu."
    assert len(merged(again)) == 1
    assert len(merged(f"{again} | Năm chủ tàu neo thuyền ở cảng.")) == 3


def test_the_reason_is_the_true_one() -> None:
    (fact,) = merged("Cảnh sát bắt hai nghi phạm. | Cả hai bị can đều nhận tội.")
    assert "one of them says no more" in fact.why
    (fact,) = merged("Tàu chìm, 5 ngư dân được đưa vào bờ. | Sức khỏe của 5 thuyền viên đã ổn định.")
    assert "no other of what they count" in fact.why
    (fact,) = merged("Huyện kỷ luật 34 cán bộ. | Trong đợt này, 34 cá nhân phải kiểm điểm trước chi bộ.")
    assert "too exact to stand there twice by chance" in fact.why


@settings(deadline=None, max_examples=10)
@given(st.permutations([*(text for text, _ in ONE_FACT), *SEVERAL_FACTS]))
def test_what_an_article_says_again_depends_on_it_alone(texts: list[str]) -> None:
    """Among others, and in whatever order, an article's figures stand together as they do when it is merged alone."""
    found = [news(text, name=text) for text in texts[:8]]
    figures = [figure for one in found for figure in one.figures]
    facts = list(merge(figures, [one.article for one in found]))
    for one in found:
        mine = frozenset(figure.id for figure in one.figures)
        alone = {frozenset(fact.figures) for fact in merge(reversed(one.figures), [one.article])}
        assert {mine.intersection(fact.figures) for fact in facts} - {frozenset()} == alone


def test_the_claims_of_a_long_table_are_not_all_compared() -> None:
    """Of more claims of one number than a table can say again none are joined, so that time grows with the claims."""
    (claim,) = (Claim.of(figure) for figure in news("Xã có 25 ha tỏi.").figures)
    many = [claim._replace(id=f"{at:04}", start=at, sentence=at) for at in range(MOST_OF_A_KIND + 1)]
    assert len(groups(many)) == len(many)
    assert len(groups(many[:-1])) == 1


def test_numbers_of_an_article() -> None:
    claims = [Claim.of(figure) for figure in news("Xã có 25 ha tỏi. | Xã có 25 ha hành. | Xã có 3 tàu.").figures]
    numbers = NumbersBySort(claims)
    assert numbers.unique(claims[0], claims[1])
    assert not numbers.unique(claims[0], claims[2]), "they count no one sort"
