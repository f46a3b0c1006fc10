using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace KeyAccount;

/// <summary>How property tests run: a fixed number of cases from a fixed seed, so that a red run is red again. Two environment variables
/// look further:
/// <c>KEYACCOUNT_SEED</c> starts from another number, <c>KEYACCOUNT_CASES</c> multiplies every budget.</summary>
internal static class Seeded
{
    /// <summary>The number that random cases start from.</summary>
    public static readonly ulong Seed = Setting("KEYACCOUNT_SEED", 20_260_101);

    private static readonly int Factor = checked((int)Setting("KEYACCOUNT_CASES", 1));

    /// <summary>Gets whether the environment asks for more cases than an ordinary run has.</summary>
    public static bool IsLong => Factor > 1;

    /// <summary>What makes the same cases again.</summary>
    public static string Again => string.Create(CultureInfo.InvariantCulture, $"KEYACCOUNT_SEED={Seed} KEYACCOUNT_CASES={Factor}");

    /// <summary>A number of cases that a test makes itself, times what the environment asks for.</summary>
    public static int Budget(int count) => checked(count * Factor);

    /// <summary>So many random cases; the first that fails throws. The seed is printed with the output of the test.</summary>
    public static Config Cases(int count)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Budget(count)).WithQuietOnSuccess(true);
        TestContext.Current.TestOutputHelper?.WriteLine($"{config.MaxTest} cases; to run them again: {Again}");
        // FsCheck mixes the seed with a second number, which must be odd.
        return config.WithReplay(Seed, 0x9E3779B97F4A7C15);
    }

    private static ulong Setting(string name, ulong otherwise) => Environment.GetEnvironmentVariable(name) switch
    {
        null or "" => otherwise,
        var text when ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        var text => throw new InvalidOperationException($"{name} is '{text}'; it must be a whole number above 0."),
    };
}
