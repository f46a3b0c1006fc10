namespace KeyAccount.Core.AspNetCore.Tests;

/// <summary>What is posted.</summary>
internal static class Bodies
{
    public const string Facts = """{ "annualPurchases": 1000000, "grossMarginRate": 0.25, "creditDays": 0, "marketGrowthRate": 0.15 }""";

    /// <summary>Gets the sample portfolio.</summary>
    public static string Portfolio { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(Bodies).Assembly.GetManifestResourceStream("portfolio.json")!);
        return reader.ReadToEnd();
    }
}
