"""Audits lines on a Spark cluster, kills an executor half-way, and writes the result lines to a folder."""

import os
import signal
import subprocess
import sys
import threading
import time

from pyspark.sql import SparkSession

COMMAND = "%s audit - --input-format jsonl --format jsonl --jobs 1 --exit-zero --quiet"


def kill_half_way(spark, partitions, killed):
    """Kills one executor once a quarter of the tasks are done and others run."""
    tracker = spark.sparkContext.statusTracker()
    while not killed.is_set():
        time.sleep(0.2)
        infos = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        done = sum(info.numCompletedTasks for info in infos if info and info.numTasks == partitions)
        if done * 4 < partitions:
            continue
        found = subprocess.run(
            ["pgrep", "-f", "CoarseGrainedExecutorBackend.*--executor-id 0"], capture_output=True, text=True
        ).stdout.split()
        if found:
            os.kill(int(found[0]), signal.SIGKILL)
            print("killed executor 0 when %d of %d tasks were done" % (done, partitions), flush=True)
            killed.set()


def main(binary, posts, result):
    """Runs the audit; fails when no executor could be killed, since then nothing was proved."""
    spark = (
        SparkSession.builder.master("spark://127.0.0.1:7077")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executor.memory", "1g")
        .config("spark.executor.cores", "1")
        .config("spark.sql.files.maxPartitionBytes", str(8 << 20))
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    lines = spark.read.text(posts)
    lines.createOrReplaceTempView("posts")
    partitions = lines.rdd.getNumPartitions()
    killed = threading.Event()
    watcher = threading.Thread(target=kill_half_way, args=(spark, partitions, killed), daemon=True)
    watcher.start()
    start = time.time()
    spark.sql(
        "SELECT TRANSFORM(value) USING '%s' AS (line STRING) FROM posts" % (COMMAND % binary)
    ).write.text(result)
    print("%d partitions in %.0f s" % (partitions, time.time() - start), flush=True)
    was_killed = killed.is_set()
    killed.set()
    spark.stop()
    sys.exit(0 if was_killed else "no executor was killed; give more posts")


if __name__ == "__main__":
    main(*sys.argv[1:])
