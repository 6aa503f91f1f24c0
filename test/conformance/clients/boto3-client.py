"""Takes a call a line on standard input, {as, service, operation, input}, and answers a line: {answer} or {code, message}."""
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint = sys.argv[1]
clients = {}


def client_for(identity, service):
    key = (service, identity["accessKeyId"], identity["region"])
    if key not in clients:
        clients[key] = boto3.client(
            service,
            endpoint_url=endpoint,
            region_name=identity["region"],
            aws_access_key_id=identity["accessKeyId"],
            aws_secret_access_key=identity["secretAccessKey"],
            aws_session_token=identity.get("sessionToken"),
            config=Config(retries={"total_max_attempts": 1}),
        )
    return clients[key]


for line in sys.stdin:
    call = json.loads(line)
    try:
        client = client_for(call["as"], call["service"])
        answer = client._make_api_call(call["operation"], call["input"])
        answer.pop("ResponseMetadata", None)
        reply = {"answer": answer}
    except ClientError as error:
        reply = {"code": error.response["Error"]["Code"], "message": error.response["Error"]["Message"]}
    except Exception as error:
        reply = {"code": "", "message": repr(error)}
    print(json.dumps(reply, default=str), flush=True)
