package org.kindtrail.web;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/** Sees every line that is opened to the service, before anything comes over it; the server's library makes it. */
public final class NewLines extends ChannelInitializerExtension {
    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        Lines.opened(channel);
    }
}
