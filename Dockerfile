# Two stages: the first makes the search artefacts and needs torch for it, the second serves them without.
#
#   docker build -t matinee .
#   docker run -it -v matinee:/data matinee                                  a chat in this terminal
#   docker run -d -v matinee:/data -e TELEGRAM_BOT_TOKEN=... matinee         the Telegram bot
FROM python:3.11-slim AS build
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1
COPY . .
RUN scripts/setup build
RUN scripts/start --bundle /app/bundle catalogue build

FROM python:3.11-slim
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1
COPY . .
RUN scripts/setup image
COPY --from=build /app/bundle /app/bundle
# /data belongs to group 0, so that any user of that group (a platform may choose one) can write there.
RUN mkdir -m 0770 /data
ENV HOME=/data MATINEE_HOME=/data MATINEE_BUNDLE=/app/bundle PATH=/app/.venv/bin:$PATH
VOLUME /data
USER 10001:0
HEALTHCHECK --start-period=30s CMD ["matinee", "doctor", "--alive"]
CMD ["scripts/start"]
