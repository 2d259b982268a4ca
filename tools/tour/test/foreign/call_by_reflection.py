"""Knows no proto of ours: lists what a server offers, then calls a method.

call_by_reflection.py <address> <Service>/<Method> <request as JSON> <subject token>
"""

import json
import sys

import grpc
from google.protobuf import json_format, message_factory
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

address, path, request, subject = sys.argv[1:]
channel = grpc.insecure_channel(address)
reflected = ProtoReflectionDescriptorDatabase(channel)
services = list(reflected.get_services())
service, method = path.split("/")
found = DescriptorPool(reflected).FindServiceByName(service)
described = found.FindMethodByName(method)
call = channel.unary_unary(
    f"/{path}",
    request_serializer=lambda message: message.SerializeToString(),
    response_deserializer=message_factory.GetMessageClass(described.output_type).FromString,
)
answer = call(json_format.ParseDict(json.loads(request), message_factory.GetMessageClass(described.input_type)()), timeout=10, metadata=[("x-subject", subject)])
print(json.dumps({"services": services, "methods": [one.name for one in found.methods], "answer": json_format.MessageToDict(answer)}))
