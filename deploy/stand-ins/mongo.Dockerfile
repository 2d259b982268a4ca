ARG BASE
FROM ${BASE}
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends libcurl4 libssl3 liblzma5 && rm -rf /var/lib/apt/lists/*
RUN npm install --global --ignore-scripts --omit=optional mongosh@2.12.0
COPY mongod /usr/local/bin/mongod
RUN groupadd --gid 999 mongodb && useradd --uid 999 --gid 999 --home-dir /data/db mongodb && install -d -o mongodb -g mongodb /data/db /data/configdb
USER mongodb
VOLUME ["/data/db", "/data/configdb"]
EXPOSE 27017
CMD ["mongod", "--bind_ip_all"]
