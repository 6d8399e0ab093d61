"""Prints a topic, from its beginning to its end now, as lines of JSON: key and value of each record.

Confluent's client reads and Confluent's deserializer decodes, with the schemas of the registry; nothing here knows Skein.
usage: print_records.py BROKERS REGISTRY_URL TOPIC
"""

import json
import sys

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, TopicPartition
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer
from confluent_kafka.serialization import MessageField, SerializationContext

TIMEOUT_S = 20

brokers, registry_url, topic = sys.argv[1:]
decode = AvroDeserializer(SchemaRegistryClient({"url": registry_url}))
context = SerializationContext(topic, MessageField.VALUE)
consumer = Consumer({"bootstrap.servers": brokers, "group.id": "print-records", "enable.auto.commit": False, "enable.partition.eof": True})
left = set(consumer.list_topics(topic, TIMEOUT_S).topics[topic].partitions)
consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING) for partition in left])
while left:
    record = consumer.poll(TIMEOUT_S)
    if record is None:
        sys.exit(f"nothing came for {TIMEOUT_S} s")
    error = record.error()
    if error is None:
        value = decode(record.value(), context)
        print(json.dumps({"key": record.key().decode(), "value": value}, default=lambda data: data.decode(errors="backslashreplace")))
    elif error.code() == KafkaError._PARTITION_EOF:
        left.discard(record.partition())
    else:
        sys.exit(str(error))
consumer.close()
