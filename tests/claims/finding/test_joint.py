from according.claims.attribution import Attribution
from according.claims.finding.joint import join
from according.records import Span


def saying(source, cue, *content, confidence=0.9):
    return Attribution(
        (Span(*source),) if source else (), (Span(*cue),), tuple(Span(*piece) for piece in content), confidence
    )


def test_what_only_the_second_is_sure_of_is_added_in_text_order():
    first = [saying((50, 55), (56, 60), (61, 90))]
    second = [saying((0, 5), (6, 10), (11, 40)), saying((100, 105), (106, 110), (111, 140), confidence=0.3)]
    assert join(first, second) == [second[0], first[0]]


def test_the_same_saying_is_not_taken_twice():
    first = [saying((0, 5), (6, 10), (11, 40))]
    assert join(first, [saying((0, 5), (6, 9), (12, 38))])[0].content == first[0].content
    assert len(join(first, [saying((0, 5), (6, 9), (12, 38))])) == 1


def test_a_missing_source_is_filled_for_the_same_cue():
    (one,) = join([saying(None, (6, 10), (11, 40))], [saying((0, 5), (6, 10), (11, 40))])
    assert one.source == (Span(0, 5),)


def test_an_unsure_content_gives_way_for_the_same_cue():
    (one,) = join([saying((0, 5), (6, 10), (11, 20), confidence=0.4)], [saying((0, 5), (6, 10), (11, 60))])
    assert one.content == (Span(11, 60),)
    (one,) = join([saying((0, 5), (6, 10), (11, 20))], [saying((0, 5), (6, 10), (11, 60))])
    assert one.content == (Span(11, 20),)


def test_a_source_far_from_its_cue_does_not_replace_another():
    (one,) = join([saying((40, 45), (46, 50), (51, 90))], [saying((0, 5), (46, 50), (51, 90))])
    assert one.source == (Span(40, 45),)


def test_a_content_that_ran_into_another_saying_is_cut_back():
    ran_on = saying((0, 5), (6, 10), (11, 30), (42, 70))
    other = saying((32, 41), (42, 46), (47, 70))
    assert [one.content for one in join([ran_on], [other])] == [(Span(11, 30),), (Span(47, 70),)]


def test_a_piece_with_a_speaker_of_its_own_leaves_the_others():
    both = saying((12, 20), (21, 26), (0, 11), (30, 60))
    other = saying((75, 80), (61, 74), (30, 60))
    assert [one.content for one in join([both], [other])] == [(Span(0, 11),), (Span(30, 60),)]


def test_a_cue_that_took_in_the_content_gives_way():
    swallowed = saying((0, 5), (6, 30), (31, 60))
    (one,) = join([swallowed], [saying((0, 5), (6, 15), (16, 60))])
    assert (one.cue, one.content) == ((Span(6, 15),), (Span(16, 60),))


def test_a_quoted_piece_in_which_its_speaker_tells_of_somebody_stays():
    quoted = saying((22, 31), (32, 36), (0, 20), (38, 90))
    inside = saying((39, 41), (42, 46), (38, 90))  # "By spring," the mayor said, "it told us to leave"
    assert join([quoted], [inside])[0].content == quoted.content


def test_a_refusal_is_left_to_the_reading_of_its_whole_wording():
    refusal = Attribution((Span(0, 10),), (Span(11, 50),), (Span(11, 50),), 0.9)
    asked = saying((0, 10), (11, 30), (31, 50), confidence=0.4)
    assert join([asked], [refusal]) == [asked]
    assert join([], [refusal]) == []


def test_of_two_sources_the_nearer_to_the_cue_is_kept():
    (one,) = join([saying((12, 17), (18, 23), (24, 60))], [saying((0, 10), (18, 23), (24, 60))])
    assert one.source == (Span(12, 17),)
    (one,) = join([saying((0, 10), (18, 23), (24, 60))], [saying((12, 17), (18, 23), (24, 60))])
    assert one.source == (Span(12, 17),)


def test_a_content_ends_where_the_other_finder_ends_it_before_another_saying():
    swallowed = saying((0, 5), (6, 10), (11, 90))
    first, second = saying((0, 5), (6, 10), (11, 40)), saying((45, 50), (70, 76), (77, 90))
    assert [one.content for one in join([swallowed], [first, second])] == [(Span(11, 40),), (Span(77, 90),)]


def test_a_content_begins_where_the_other_finder_begins_it_behind_another_saying():
    swallowed = saying((90, 95), (96, 100), (0, 88))
    first, second = saying((0, 5), (6, 12), (13, 40)), saying((90, 95), (96, 100), (42, 88))
    assert [one.content for one in join([swallowed], [first, second])] == [(Span(13, 40),), (Span(42, 88),)]


def test_an_unsure_content_elsewhere_gives_way():
    (one,) = join([saying((41, 47), (48, 52), (53, 80), confidence=0.55)], [saying((41, 47), (48, 52), (0, 39))])
    assert one.content == (Span(0, 39),)


def test_a_fuller_source_is_taken_though_it_stands_in_the_content():
    (one,) = join([saying((60, 64), (65, 69), (0, 59))], [saying((43, 64), (65, 69), (0, 41))])
    assert one.source == (Span(43, 64),)


def test_a_name_at_the_end_of_the_source_is_not_lost():
    (one,) = join([saying((41, 55), (56, 60), (0, 39))], [saying((41, 50), (56, 60), (0, 39))])
    assert one.source == (Span(41, 55),)
