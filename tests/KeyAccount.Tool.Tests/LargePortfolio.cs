using System.Buffers.Text;
using System.Diagnostics;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests;

/// <summary>1,000,000 purchases of 250,000 accounts, graded once by a process of its own, for all tests that ask about it. In a long run
/// there are four times as many of both.</summary>
public sealed class LargePortfolio : IAsyncLifetime
{
    public static readonly int Accounts = Seeded.IsLong ? 1_000_000 : 250_000;
    public static readonly int Rows = 4 * Accounts;

    private readonly TemporaryFolder _folder = new();

    /// <summary>What every account brings, in hundredths, added up while the file was written.</summary>
    public long[] Cents { get; } = new long[Accounts];

    /// <summary>The graded file.</summary>
    public string Result => _folder.Of("grades.json");

    /// <summary>The largest working set of the process while it ran, in bytes.</summary>
    public long PeakMemory { get; private set; }

    internal ToolRun Run { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var purchases = _folder.Of("purchases.csv");
        Generate(purchases);
        using var process = ToolProcess.Start("grade", purchases, "--format", "json", "--out", Result);
        process.StandardInput.Close();
        var end = ToolProcess.End(process);
        do
        {
            PeakMemory = Math.Max(PeakMemory, PeakOf(process));
        }
        while (await Task.WhenAny(end, Task.Delay(5, TestContext.Current.CancellationToken)) != end);

        Run = await end;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    // The mark only ever rises, so what is missed is what the process grew in the last moment of its life.
    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it has ended
        }
    }

    private void Generate(string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var buffer = new byte[1 << 20];
        var length = 0;
        "account_id,date,amount\n"u8.CopyTo(buffer);
        length += "account_id,date,amount\n".Length;
        var random = 0x9E3779B97F4A7C15UL;
        for (var row = 0; row < Rows; row++)
        {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;

            // Every account once, in an order that jumps about; then whoever comes. A few bring most, as in life; some send goods back.
            var account = row < Accounts ? (int)(row * 7_919L % Accounts) : (int)(random % (ulong)Accounts);
            var size = (long)((random >> 20) % 1_000);
            var cents = (size * size * size / 1_000) + (long)((random >> 40) % 1_000) - 20;
            Cents[account] += cents;

            if (buffer.Length - length < 64)
            {
                file.Write(buffer, 0, length);
                length = 0;
            }

            buffer[length++] = (byte)'C';
            Append(account, "D7");
            buffer[length++] = (byte)',';
            Append(2024 + (row % 2), default);
            buffer[length++] = (byte)'-';
            Append(1 + (row % 12), "D2");
            buffer[length++] = (byte)'-';
            Append(1 + (row % 28), "D2");
            buffer[length++] = (byte)',';
            if (cents < 0)
                buffer[length++] = (byte)'-';
            Append((int)(Math.Abs(cents) / 100), default);
            buffer[length++] = (byte)'.';
            Append((int)(Math.Abs(cents) % 100), "D2");
            buffer[length++] = (byte)'\n';
        }

        file.Write(buffer, 0, length);

        void Append(int value, string? format)
        {
            Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out var written, System.Buffers.StandardFormat.Parse(format));
            length += written;
        }
    }
}
