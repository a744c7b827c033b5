package io.provenant.network.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A way to a server that can be cut as a network is: nothing passes any more in either direction, and neither end is told.
 * Once it is mended, what had been cut is closed, and new connections pass.
 */
final class BlackHole implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSocket server;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private BlackHole(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** A way to a port of this machine. */
    static BlackHole to(int target) {
        try {
            BlackHole hole = new BlackHole(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
            hole.threads.execute(hole::accept);
            return hole;
        } catch (IOException e) {
            throw new UncheckedIOException("no way to port " + target, e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    void cut() {
        gate = new CountDownLatch(1);
    }

    void mend() {
        CountDownLatch cut = gate;
        closeAll();
        gate = new CountDownLatch(0);
        cut.countDown();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> connect(client));
            }
        } catch (IOException e) {
            closeAll(); // the way is closed
        }
    }

    private void connect(Socket client) {
        try {
            gate.await();
            Socket peer = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(peer);
            threads.execute(() -> pass(client, peer));
            threads.execute(() -> pass(peer, client));
        } catch (IOException e) {
            close(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                gate.await();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            close(from); // both ends learn it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close(from);
        close(to);
    }

    private void closeAll() {
        open.forEach(this::close);
        open.clear();
    }

    private void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a socket does not close", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the way does not close", e);
        }
        closeAll();
        threads.shutdownNow();
    }
}
