"""Prints the records of a topic as lines of JSON: read_topic.py <brokers> <topic> <how many>."""

import json
import sys

from kafka import KafkaConsumer

brokers, topic, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
consumer = KafkaConsumer(topic, bootstrap_servers=brokers.split(","), auto_offset_reset="earliest", enable_auto_commit=False)
for _ in range(count):
    record = next(consumer)
    headers = {name: value.decode() for name, value in record.headers}
    print(json.dumps({"key": record.key.decode(), "headers": headers, "value": record.value.decode()}))
consumer.close(autocommit=False)
