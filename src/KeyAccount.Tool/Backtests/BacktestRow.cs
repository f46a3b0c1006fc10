using NodaTime;

namespace KeyAccount.Tool.Backtests;

/// <summary>An account as it was scored, with its outcome.</summary>
internal sealed record BacktestRow
{
    /// <summary>The id of the account; null if the table has none.</summary>
    public string? Account { get; init; }

    public double? Score { get; init; }

    public int? Band { get; init; }

    public bool Happened { get; init; }

    public decimal Amount { get; init; }

    public double? Weight { get; init; }

    public double? Probability { get; init; }

    public LocalDate? ScoredOn { get; init; }

    public LocalDate? OutcomeOn { get; init; }

    /// <summary>The raw values of the criteria in the order of the model; NaN for what is not known.</summary>
    public required double[] Raw { get; init; }
}
