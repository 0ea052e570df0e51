package org.kindtrail.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.atomic.LongAdder;

/**
 * A line that somebody holds to the service, and how far it is. Only its own thread writes here; {@link Lines} reads now and
 * then.
 */
final class Line extends ChannelDuplexHandler {
    /** What is going on. */
    enum Stage {
        /** Nothing ever came. */
        NEW,
        /** The last answer is out. */
        IDLE,
        /** A request is coming, and its head is not whole. */
        ASKING,
        /** Its body is coming. */
        SENDING,
        /** It is waited for or worked on. */
        WORK
    }

    /** What is written for all lines and not taken, in bytes. */
    private static final LongAdder UNTAKEN = new LongAdder();

    private final Channel channel;
    private volatile Stage stage = Stage.NEW;
    private volatile long since = System.nanoTime();
    private volatile long came;
    private volatile long went;
    /** When it was looked last how much had come and gone, and how much it was. */
    private long wentThen;
    private long lookedAt = since;
    private long cameThen;
    private long goneThen;

    Line(Channel channel) {
        this.channel = channel;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            came = came + bytes.readableBytes();
        }
        Stage now = stage;
        if (now == Stage.NEW || now == Stage.IDLE) {
            at(Stage.ASKING);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            int length = bytes.readableBytes();
            went = went + length;
            UNTAKEN.add(length);
            context.write(message, promise.unvoid()).addListener(taken -> UNTAKEN.add(-length));
        } else {
            context.write(message, promise);
        }
    }

    void at(Stage next) {
        stage = next;
        since = System.nanoTime();
    }

    Stage stage() {
        return stage;
    }

    /** Since when, by the counter of the machine. */
    long since() {
        return since;
    }

    static long untakenByAll() {
        return UNTAKEN.sum();
    }

    /** What is written for it and not taken, in bytes. */
    long untaken() {
        ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
        return out == null ? 0 : out.totalPendingWriteBytes();
    }

    /**
     * Whether, where bytes are waited for, too few came or went since it was looked last; called by one thread only.
     *
     * @param window how long it is looked on
     * @param least the bytes that are to come or go in that time
     */
    boolean isTooSlow(long now, long window, long least) {
        long untaken = untaken();
        long gone = went - untaken;
        boolean isWaitedFor = stage == Stage.SENDING || untaken > 0;
        if (!isWaitedFor) {
            lookedAt = now;
            cameThen = came;
            goneThen = gone;
            return false;
        }
        if (now - lookedAt < window) {
            return false;
        }
        boolean slow = came - cameThen < least && gone - goneThen < least;
        lookedAt = now;
        cameThen = came;
        goneThen = gone;
        return slow;
    }

    /** Whether something waits to be taken, and nothing was since this was asked last; called by one thread only. */
    boolean takesNothing() {
        long untaken = untaken();
        long gone = went - untaken;
        boolean nothing = untaken > 0 && gone == wentThen;
        wentThen = gone;
        return nothing;
    }

    void close() {
        channel.close();
    }
}
