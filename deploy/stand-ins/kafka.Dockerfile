FROM zhitong-stand-in/debian:12
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless && rm -rf /var/lib/apt/lists/*
COPY jars /opt/kafka/libs
COPY kafka-run /etc/kafka/docker/run
COPY kafka-tool /opt/kafka/bin/kafka-tool
RUN ln -s kafka-tool /opt/kafka/bin/kafka-broker-api-versions.sh \
 && ln -s kafka-tool /opt/kafka/bin/kafka-topics.sh \
 && ln -s kafka-tool /opt/kafka/bin/kafka-console-consumer.sh \
 && useradd --uid 1000 --no-create-home appuser \
 && install -d -o appuser -g appuser /opt/kafka/config /var/lib/kafka/data /mnt/shared/config /etc/kafka/docker \
 && touch /etc/kafka/docker/server.properties /etc/kafka/docker/log4j2.yaml /etc/kafka/docker/tools-log4j2.yaml
USER appuser
ENV CLUSTER_ID=5L6g3nShT-eMCtK--X86sw
VOLUME ["/var/lib/kafka/data", "/mnt/shared/config"]
EXPOSE 9092
CMD ["/etc/kafka/docker/run"]
