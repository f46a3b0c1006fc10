using System.Diagnostics;
using System.Globalization;

namespace KeyAccount.Core.EntityFrameworkCore.Benchmarks;

/// <summary>What a piece of work cost.</summary>
/// <param name="Server">Seconds of processor of the database server, its parallel workers included.</param>
/// <param name="Client">Seconds of processor of this program.</param>
/// <param name="Wall">Seconds that passed.</param>
/// <param name="Bytes">What went over the wire, in both directions.</param>
internal readonly record struct Spent(double Server, double Client, double Wall, long Bytes)
{
    public double Processor => Server + Client;

    public static Spent Now(int? server, long bytes)
    {
        using var here = Process.GetCurrentProcess();
        return new(
            server is { } root ? ProcessorOf(root) : 0, here.TotalProcessorTime.TotalSeconds, Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency, bytes);
    }

    public static Spent operator -(Spent end, Spent start) =>
        new(end.Server - start.Server, end.Client - start.Client, end.Wall - start.Wall, end.Bytes - start.Bytes);

    // Of the process and what came from it: what runs counts itself, what has ended is counted by the one that waited for it.
    private static double ProcessorOf(int root)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id))
                continue;
            string[] fields;
            try
            {
                var text = File.ReadAllText(Path.Combine(folder, "stat"));
                fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            }
            catch (IOException)
            {
                continue; // It ended meanwhile.
            }

            // proc(5): the parent is field 4; user and system time are 14 and 15, those of children that were waited for 16 and 17.
            if (id == root || fields[1] == root.ToString(CultureInfo.InvariantCulture))
                ticks += fields[11..(id == root ? 15 : 13)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        }

        return ticks / 100.0;
    }
}
