using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>Scores do not depend on what the processor can do: the same cases, in processes that may use less and less of it.</summary>
public class HardwareTests
{
    /// <summary>Where a process that this one starts leaves what it found.</summary>
    private const string ResultFile = "KEYACCOUNT_TESTS_SCORES";

    private static readonly Lazy<string> Scores = new(HashOfScores);

    [Fact]
    [Trait("Frameworks", "all")]
    public void Scores_of_the_same_cases_are_the_same_on_every_machine_and_framework()
    {
        if (Environment.GetEnvironmentVariable(ResultFile) is { Length: > 0 } file)
        {
            File.WriteAllLines(file, [Scores.Value, Capabilities()]);
            return;
        }

        // Changes with the cases that RandomCard and Measures make, and with nothing else.
        Scores.Value.Should().Be(
            Seeded.IsLong ? "62F6A9071715711C5A510D84F535B37FEDB3458BA452212E768774B7934C31D6" : "4114470547C46C4B2812C4FC7F76B2BD8C5DD1F33FABAB610374459600CF86C1");
    }

    [Theory]
    [InlineData("EnableAVX512 EnableAVX512F", "Avx512F")]
    [InlineData("EnableAVX2", "Avx512F Avx2")]
    [InlineData("EnableHWIntrinsic", "Avx512F Avx2 Vector512 Vector256")]
    public async Task Scores_are_the_same_without_it(string settings, string off)
    {
        var file = Path.GetTempFileName();
        try
        {
            await RunThisWithout(settings.Split(' '), file);
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            lines.Should().HaveCount(2);
            lines[1].Split(' ').Should().NotIntersectWith(off.Split(' '));
            lines[0].Should().Be(Scores.Value);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task RunThisWithout(IEnumerable<string> settings, string file)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        if (string.Equals(Path.GetFileNameWithoutExtension(start.FileName), "dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(typeof(HardwareTests).Assembly.Location);
        // It runs one test: the rows of all others need not be listed first.
        start.ArgumentList.Add("--pre-enumerate-theories");
        start.ArgumentList.Add("off");
        start.ArgumentList.Add("--filter-method");
        start.ArgumentList.Add(
            $"{typeof(HardwareTests).FullName}.{nameof(Scores_of_the_same_cases_are_the_same_on_every_machine_and_framework)}");
        start.Environment[ResultFile] = file;
        foreach (var setting in settings)
            start.Environment[$"DOTNET_{setting}"] = "0";

        var cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        process.ExitCode.Should().Be(0, "{0}{1}", await output, await error);
    }

    // Every score that every execution gives, bit by bit; an ordinary run takes a part of the scorecards.
    private static string HashOfScores()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var card in RandomCard.Any.Sample(40, new Rnd(3), 50).Take(Seeded.IsLong ? int.MaxValue : 10))
        {
            var assessments = new Executions<Figures, string>(card.Scorecard).All(card.Accounts);
            foreach (var assessment in assessments)
            {
                var contributions = assessment.Contributions.SelectMany(each => new[] { each.Raw, each.Points, each.Weight, each.Value });
                foreach (var number in contributions.Concat(
                    [assessment.Score, assessment.Coverage, assessment.Range.Low, assessment.Range.High]))
                    hash.AppendData(BitConverter.GetBytes(number ?? -1));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string Capabilities() => string.Join(' ', new[]
    {
        ("any", true),
        ("Avx512F", Avx512F.IsSupported),
        ("Avx2", Avx2.IsSupported),
        ("Vector512", Vector512.IsHardwareAccelerated),
        ("Vector256", Vector256.IsHardwareAccelerated),
    }.Where(each => each.Item2).Select(each => each.Item1));
}
