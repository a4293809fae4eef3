// Image references: which content a tag stands for.

export interface ImageReference {
  /** Registry and repository. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** `registry:5000/team/app:1.4@sha256:…`; undefined for text that is no reference: placeholders, addresses of build tools. */
export function imageReference(text: string): ImageReference | undefined {
  const [rest = "", digest] = text.split("@");
  const slash = rest.lastIndexOf("/");
  const colon = rest.indexOf(":", slash + 1);
  const name = colon < 0 ? rest : rest.slice(0, colon);
  const tag = colon < 0 ? undefined : rest.slice(colon + 1);
  // distribution/reference: repositories are written in lower case.
  if (!/^[a-z0-9][a-z0-9._:-]*(\/[a-z0-9][a-z0-9._-]*)*$/.test(name)) return undefined;
  return { name, tag, digest };
}

/** Repositories of docker.io/library: what a name without a registry and a slash means. Other such names are filled in by build tools. */
const OFFICIAL = new Set(
  [
    "adminer aerospike almalinux alpine alpinelinux alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash",
    "bonita buildpack-deps busybox caddy cassandra centos chronograf cirros clearlinux clefos clickhouse clojure composer convertigo",
    "couchbase couchdb crate dart debian docker drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir emqx erlang",
    "fedora flink fluentd friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy haskell haxe hello-world httpd hylang",
    "ibm-semeru-runtimes ibmjava influxdb irssi java jetty joomla jruby julia kapacitor kibana kong krakend lightstreamer liquibase",
    "logstash mageia mariadb matomo maven mediawiki memcached mongo mongo-express monica mono mysql nats nats-streaming neo4j",
    "neurodebian nextcloud nginx node notary odoo open-liberty openjdk open-webui oraclelinux orientdb percona perl photon",
    "php php-zendserver phpmyadmin plone postfixadmin postgres pypy python r-base rabbitmq rakudo-star redis redmine registry",
    "rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa scratch sl solr sonarqube spark spiped storm swift swipl teamspeak",
    "telegraf thrift tomcat tomee traefik ubuntu unit valkey varnish vault websphere-liberty wordpress xwiki yourls znc zookeeper consul",
  ]
    .join(" ")
    .split(" "),
);

/** No registry has it under this name: it is built, and the name replaced, before the manifest is applied. */
export function isBuilt({ name }: ImageReference): boolean {
  return !name.includes("/") && !OFFICIAL.has(name);
}
