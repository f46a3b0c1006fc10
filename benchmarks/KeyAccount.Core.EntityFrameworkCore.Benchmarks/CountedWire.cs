using System.Net;
using System.Net.Sockets;

namespace KeyAccount.Core.EntityFrameworkCore.Benchmarks;

/// <summary>A way to the server that counts the bytes in both directions.</summary>
internal sealed class CountedWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private long _bytes;

    public CountedWire(int server)
    {
        _server = server;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Accept();
    }

    public int Port { get; }

    public long Bytes => Interlocked.Read(ref _bytes);

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Carry(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed: nobody comes any more.
        }
    }

    private async Task Carry(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = near.NoDelay = true };
        await far.ConnectAsync(IPAddress.Loopback, _server);
        await Task.WhenAny(Carry(near.GetStream(), far.GetStream()), Carry(far.GetStream(), near.GetStream()));
    }

    private async Task Carry(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = await from.ReadAsync(buffer)) > 0;)
        {
            Interlocked.Add(ref _bytes, read);
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
