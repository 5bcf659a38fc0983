package dev.docket.backend.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicInternetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.7",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:a00:1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotPublicIsNotCalled(String address) throws UnknownHostException {
        assertThat(PublicInternet.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "193.0.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void whatIsPublicIs(String address) {
        assertThat(PublicInternet.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://017700000001/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://127.1/",
                "http://0177.0.0.1/",
                "http://010.8.8.8/",
                "http://134744072/",
                "http://0x8.8.8.8/",
                "http://127.0.0.1./",
                "http://user@example.org/",
                "http://user:pass@example.org/",
                "http://example.org@127.0.0.1/",
                "ftp://example.org/a.png",
                "file:///etc/passwd",
                "gopher://example.org/",
                "data:image/png;base64,AAAA",
                "//example.org/a.png",
                "http://",
                ""
            })
    void anAddressInDisguiseIsNone(String address) {
        assertThat(WebAddress.parse(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a.png",
                "http://8.8.8.8/a.png",
                "https://[2606:4700::1111]/a.png",
                "https://1a.example.org:8443/a.png?b=c",
                "https://3com.example/a.png"
            })
    void anOrdinaryAddressIsOne(String address) {
        assertThat(WebAddress.parse(address)).isPresent();
    }

    @Test
    void onlyTheWebsPortsAndFreeOnesAreCalled() {
        var internet = new PublicInternet();
        var address = InetAddress.ofLiteral("8.8.8.8");

        assertThat(internet.mayCall(address, 443)).isTrue();
        assertThat(internet.mayCall(address, 8080)).isTrue();
        assertThat(internet.mayCall(address, 25)).isFalse();
        assertThat(internet.mayCall(address, 22)).isFalse();
    }
}
