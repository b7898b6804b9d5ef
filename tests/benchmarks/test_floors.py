import pytest

from benchmarks import __main__ as command
from benchmarks.floors import FILE, Floor, failures, read_floors, updated, write_floors

FLOORS = {"attribution": Floor(73.0, 0.3), "ratio": Floor(0.9, 0.2)}


@pytest.mark.parametrize(
    ("measured", "broken"),
    [
        ({"attribution": 73.0, "ratio": 0.9}, []),
        ({"attribution": 72.8, "ratio": 0.75}, []),
        ({"attribution": 72.6, "ratio": 0.9}, ["attribution"]),
        ({"attribution": 80.0, "ratio": 0.1}, ["ratio"]),
        ({"attribution": float("nan"), "ratio": 0.9}, ["attribution"]),
        ({"attribution": 73.0}, ["ratio"]),
        ({}, ["attribution", "ratio"]),
    ],
)
def test_a_figure_below_its_floor_less_noise_fails(measured, broken):
    assert [sentence.split()[0] for sentence in failures(FLOORS, measured)] == broken


def test_updating_raises_and_never_lowers():
    moved = updated(FLOORS, {"attribution": 74.5, "ratio": 0.1})
    assert moved == {"attribution": Floor(74.5, 0.3), "ratio": Floor(0.9, 0.2)}


def test_a_floor_is_lowered_only_by_saying_so():
    assert updated(FLOORS, {"attribution": 60.0}, allow_regression=True)["attribution"] == Floor(60.0, 0.3)


def test_floors_survive_the_file(tmp_path):
    write_floors(FLOORS, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == FLOORS


@pytest.mark.parametrize("content", ["", "[]", '{"attribution": 3}', '{"attribution": {"floor": 3}}'])
def test_a_broken_file_is_one_sentence(tmp_path, content):
    path = tmp_path / "floors.json"
    path.write_text(content)
    with pytest.raises(SystemExit, match="is not a file of floors"):
        read_floors(path)


@pytest.fixture
def gate(tmp_path, monkeypatch):
    """The floors command over a fake measurement; gives (run, path)."""
    path = tmp_path / "floors.json"
    write_floors(FLOORS, path)
    data = tmp_path / "data.jsonl"
    data.write_text("")
    monkeypatch.setattr(command, "read_floors", lambda: read_floors(path))
    monkeypatch.setattr(command, "write_floors", lambda floors: write_floors(floors, path))

    def run(measured, *flags):
        monkeypatch.setattr(command, "_measured", lambda data: measured)
        return command.main(["floors", *flags, str(data)])

    return run, path


def test_the_command_fails_on_a_regression_and_passes_without(gate, capsys):
    run, _ = gate
    assert run({"attribution": 70.0, "ratio": 0.9}) == 1
    assert "attribution is 70.0, below its floor" in capsys.readouterr().err
    assert run({"attribution": 73.0, "ratio": 0.9}) == 0


def test_update_alone_cannot_hide_a_regression(gate):
    run, path = gate
    assert run({"attribution": 70.0, "ratio": 1.5}, "--update") == 1
    assert read_floors(path) == {"attribution": Floor(73.0, 0.3), "ratio": Floor(1.5, 0.2)}


def test_update_with_allow_regression_lowers(gate):
    run, path = gate
    assert run({"attribution": 70.0, "ratio": 0.9}, "--update", "--allow-regression") == 0
    assert read_floors(path)["attribution"].floor == 70.0


def test_allowing_a_regression_without_update_is_refused(gate):
    run, _ = gate
    with pytest.raises(SystemExit):
        run({}, "--allow-regression")


def test_missing_data_is_said(capsys, tmp_path):
    assert command.main(["floors", str(tmp_path / "none.jsonl")]) == 2
    assert "no annotated articles" in capsys.readouterr().err


def test_the_shipped_floors_can_be_read():
    assert {"attribution", "content_match", "speed_ratio_to_spacy"} <= set(read_floors(FILE))


@pytest.mark.slow
def test_the_shipped_weights_hold_their_floors():
    if not command.DATA.is_file():
        pytest.skip(f"{command.DATA} is not there")
    from benchmarks.attribution import figures

    floors = {name: floor for name, floor in read_floors().items() if name != "speed_ratio_to_spacy"}
    assert failures(floors, figures(command.DATA)) == []
