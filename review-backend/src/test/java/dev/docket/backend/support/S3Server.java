package dev.docket.backend.support;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A real S3 server in this JVM, which keeps objects in memory and checks signatures.
///
/// It lives in a class loader of its own, see the build, and is spoken to by its public names only.
public final class S3Server implements AutoCloseable {
    public static final String ACCESS_KEY = "docket-test";
    public static final String SECRET_KEY = "a secret that nobody logs";

    private static final Path JARS =
            Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "target", "s3-server");

    private final Object server;
    private final S3Client behindItsBack;
    private final URI endpoint;

    private S3Server(Object server) throws ReflectiveOperationException {
        this.server = server;
        server.getClass().getMethod("start").invoke(server);
        int port = (int) server.getClass().getMethod("getPort").invoke(server);
        this.endpoint = URI.create("http://127.0.0.1:" + port);
        this.behindItsBack = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public static S3Server start() {
        try {
            // Not closed: the server goes on using it, and the JVM ends soon after the last test.
            @SuppressWarnings("resource")
            var classes = new URLClassLoader(jars(), S3Server.class.getClassLoader());
            return new S3Server(made(classes));
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("the S3 server does not start", e);
        }
    }

    private static URL[] jars() throws IOException {
        try (Stream<Path> jars = Files.list(JARS)) {
            return jars.map(Path::toUri).map(S3Server::url).toArray(URL[]::new);
        }
    }

    private static URL url(URI jar) {
        try {
            return jar.toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object made(ClassLoader classes) throws ReflectiveOperationException {
        String home = "org.gaul.s3proxy.";
        var store = classes.loadClass(home + "nio2blob.TransientNio2BlobStore")
                .getConstructor()
                .newInstance();
        var type = classes.loadClass(home + "auth.AuthenticationType");
        Object builder =
                classes.loadClass(home + "S3Proxy").getMethod("builder").invoke(null);
        var known = builder.getClass();
        known.getMethod("blobStore", classes.loadClass(home + "blobstore.BlobStore"))
                .invoke(builder, store);
        known.getMethod("endpoint", URI.class).invoke(builder, URI.create("http://127.0.0.1:0"));
        known.getMethod("awsAuthentication", type, String.class, String.class)
                .invoke(builder, type.getField("AWS_V4").get(null), ACCESS_KEY, SECRET_KEY);
        return known.getMethod("build").invoke(builder);
    }

    public URI endpoint() {
        return endpoint;
    }

    public void makeBucket(String name) {
        behindItsBack.createBucket(request -> request.bucket(name));
    }

    public void keepVersions(String bucket) {
        behindItsBack.putBucketVersioning(request ->
                request.bucket(bucket).versioningConfiguration(how -> how.status(BucketVersioningStatus.ENABLED)));
    }

    public List<String> objects(String bucket) {
        return behindItsBack.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    public void put(String bucket, String key, byte[] bytes) {
        behindItsBack.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    public String text(String bucket, String key) {
        return behindItsBack
                .getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .asString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        behindItsBack.close();
        try {
            server.getClass().getMethod("stop").invoke(server);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
