import pytest

from topicmine.language.identifiers import find_identifiers


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("身份证号999999195608120029。", ["citizen_id"]),
        ("证件号 999999 19560812 0029", ["citizen_id"]),
        ("身份证号：９９９９９９１９５６０８１２００２９", ["citizen_id"]),
        ("身份证号99999919560812002x", ["citizen_id"]),
        ("致电139 0000 1111或139-0000-2222", ["mobile", "mobile"]),
        ("13900001111 13900002222 13900003333", ["mobile", "mobile", "mobile"]),
        ("联系电话：+8613900001111", ["mobile"]),
        ("汇入6222021234567890128", ["bank_card"]),
        ("卡号6222 0212 3456 7890 128", ["bank_card"]),
        ("拨打12315或12345", ["hotline", "hotline"]),
        ("值班电话0888-1234567", ["office_line"]),
        ("产品批号20260301，快递单号13900001111", []),
        ("统一社会信用代码91999999MA00000000", ["credit_code"]),
        ("青市监发〔2026〕12号", ["document"]),
        ("查扣香烟139条、货值12万元", []),
        ("号码138****5678", []),
    ],
)
def test_each_kind_is_told_apart(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in find_identifiers(text)] == kinds


def test_order_numbers_of_card_length_are_nobodys() -> None:
    assert not [i for i in find_identifiers("订单编号6222021234567890128已发货") if i.personal]
