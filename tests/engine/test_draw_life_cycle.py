from bot.engine.drawing.life_cycle import draw_life_cycle


def test_a_life_begins_where_nothing_leads_to_and_ends_where_nothing_leads_on() -> None:
    drawn = draw_life_cycle((("leave_out", ("proposed", "approved"), "withdrawn"), ("ok", ("proposed",), "approved")))
    assert drawn == (
        "stateDiagram-v2\n"
        "  [*] --> proposed\n"
        "  proposed --> withdrawn: leave out\n"
        "  approved --> withdrawn: leave out\n"
        "  proposed --> approved: ok\n"
        "  withdrawn --> [*]\n"
    )
