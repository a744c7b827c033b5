package io.provenant.contract;

import io.provenant.canonical.Digests;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** SHA-256 and HMAC by Bouncy Castle's lightweight API: the same bytes whatever JCA provider a peer's JVM has (D4). */
final class BouncyCastleDigests implements Digests {

    @Override
    public byte[] sha256(byte[] bytes) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    @Override
    public byte[] hmacSha256(byte[] key, byte[] bytes) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key));
        mac.update(bytes, 0, bytes.length);
        byte[] code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        return code;
    }
}
