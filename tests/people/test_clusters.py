"""Batches on several machines: a cluster of three processes, and a store of objects on loopback."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import dask
import fsspec
import pytest
from distributed import LocalCluster
from moto.server import ThreadedMotoServer

from voicecoach.people.batch import Batch, Result
from voicecoach.people.cluster import (
    Cluster,
    ClusterError,
    Needs,
    UnlikeWorkerError,
    cluster_at,
    lacking,
)
from voicecoach.people.job import Built, Checked, Failed, Job, Setting
from voicecoach.people.pools import OneProcess, Pool
from voicecoach.people.store import store_at
from voicecoach.people.versions import versions
from voicecoach.problems import UnseenError
from voicecoach.session.options import Options
from voicecoach.session.session import Session

ROUTINE = "title: For {name}\nvars: {name: you}\nworkout:\n  - say: Go, {name}.\n  - Plank 6s\n"
PEOPLE = 9

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """The address of a bucket on loopback, for this process and those that it starts."""
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "testing")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        # These tests may be shared out so that they are begun twice, with others in between: then
        # the server before is still asked, and what was put into it is still there.
        fsspec.get_filesystem_class("s3").clear_instance_cache()
        fsspec.filesystem("s3").mkdir(f"practice-{port}")
        yield f"s3://practice-{port}"
    server.stop()


@pytest.fixture(scope="module")
def cluster(bucket: str) -> Iterator[Any]:  # noqa: ARG001
    # As long as it takes on a machine that does other things as well.
    patience = {"distributed.comm.timeouts.connect": "5 minutes"}
    with (
        dask.config.set(patience),
        LocalCluster(
            n_workers=3, threads_per_worker=1, dashboard_address=":0", silence_logs=50
        ) as cluster,
    ):
        yield cluster


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    path = tmp_path / "routine.yaml"
    path.write_text(ROUTINE, "utf-8")
    return [
        Job(row, f"p{row}", f"p{row}", path, Options(voice="tone", variables=own), own)
        for row, own in ((row, {"name": "Ann" * row}) for row in range(1, PEOPLE + 1))
    ]


def _setting(tmp_path: Path, name: str) -> Setting:
    return Setting(str(tmp_path / f"{name}-store"), str(tmp_path / name), year=2026)


def _run(pool: Pool, setting: Setting, jobs: list[Job]) -> Iterator[Result]:
    with closing(Session(store_at(setting.store))) as session, closing(pool):
        yield from Batch(session, pool, setting, -16.0, lambda *_: None).run(jobs)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.mp3")}


def test_a_worker_that_dies_costs_its_rows_a_retry_and_no_byte(
    cluster: Any, jobs: list[Job], tmp_path: Path
) -> None:
    alone = _setting(tmp_path, "alone")
    assert all(isinstance(result, Built) for result in _run(OneProcess(), alone, jobs))
    together = _setting(tmp_path, "together")
    results = _run(
        cluster_at(cluster.scheduler_address, together, [jobs[0].source]), together, jobs
    )
    first = next(results)
    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
    assert all(isinstance(result, Built) for result in (first, *results))
    files = _files(tmp_path / "together")
    assert len(files) == PEOPLE
    assert files == _files(tmp_path / "alone")


def test_files_and_spoken_lines_go_to_an_address_and_nothing_else_does(
    cluster: Any, bucket: str, jobs: list[Job], tmp_path: Path
) -> None:
    jobs = jobs[:4]
    setting = Setting(f"{bucket}/store", f"{bucket}/week 1", year=2026)
    assert all(
        isinstance(result, Built)
        for result in _run(
            cluster_at(cluster.scheduler_address, setting, [jobs[0].source]), setting, jobs
        )
    )
    fs = fsspec.filesystem("s3")
    fs.invalidate_cache()
    names = [Path(path).name for path in fs.find(f"{bucket}/week 1")]
    assert sorted(names) == sorted(job.file for job in jobs)
    alone = _setting(tmp_path, "alone")
    assert all(isinstance(result, Built) for result in _run(OneProcess(), alone, jobs))
    assert fs.cat(f"{bucket}/week 1/p3.mp3") == (tmp_path / "alone" / "p3.mp3").read_bytes()
    assert all(path.endswith(".clip") for path in fs.find(f"{bucket}/store"))
    # What is there is known, wherever it is.
    again = list(_run(OneProcess(), setting, jobs))
    assert all(isinstance(result, Checked) and result.is_up_to_date for result in again)


def test_a_worker_that_does_not_see_the_folders_is_refused(
    cluster: Any, jobs: list[Job], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = _setting(tmp_path, "out")
    monkeypatch.setattr("voicecoach.people.cluster.versions", lambda: {"numpy": "0.1"})
    with pytest.raises(UnlikeWorkerError, match=r"has numpy \S+, and this machine 0.1"):
        cluster_at(cluster.scheduler_address, setting, [jobs[0].source])
    monkeypatch.undo()
    assert lacking(Needs(versions(), {str(tmp_path / "none"): "1"})) == (
        UnseenError,
        f"does not see {tmp_path / 'none'} as this machine does",
    )
    assert list((tmp_path / "out").iterdir()) == []


def test_a_cluster_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicecoach.people.cluster._PATIENCE_S", 0.2)
    with pytest.raises(ClusterError, match=r"no cluster answers at tcp://127\.0\.0\.1:9"):
        Cluster("tcp://127.0.0.1:9")


def test_a_worker_writes_down_nothing_of_a_person(jobs: list[Job]) -> None:
    assert "Ann" not in repr(jobs[0])
    assert "Ann" not in repr(Checked(jobs[0], "1"))
    assert "p1" in repr(Failed(1, "p1", "", ""))
