using KeyAccount.Core.Funnel;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Tables;
using NodaTime;

namespace KeyAccount.Tool.Opportunities;

/// <summary>How to read tables of deals.</summary>
internal sealed record OpportunityFormat
{
    /// <summary>The day of the report; nothing that has happened is later.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>How the tables are written.</summary>
    public required TableReading Reading { get; init; }

    /// <summary>Titles of columns by the names of their fields, where they are not the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the words of the tables stand for, beside those that are known.</summary>
    public IReadOnlyDictionary<string, StageName> StageNames { get; init; } = new Dictionary<string, StageName>(StringComparer.Ordinal);

    /// <summary>The stage of a deal on the day on which it was created.</summary>
    public FunnelStage FirstStage { get; init; } = FunnelStage.P1;

    /// <summary>The currency of amounts that name none, and the one that <see cref="Rates"/> convert to.</summary>
    public string? Currency { get; init; }

    /// <summary>The rates into <see cref="Currency"/>; null if nothing is converted.</summary>
    public ExchangeRates? Rates { get; init; }

    public bool SkipsBadRows { get; init; }

    /// <summary>What the state of a deal stands for.</summary>
    public StageName StageOf(FieldTable.FieldRow row, Field field, string text) =>
        StageNames.GetValueOrDefault(text) ?? StageName.Of(text) ?? throw row.Fault(
            field,
            "it is neither a stage (P0 … P6, or the name of one) nor won or lost; "
            + $"--stage-name \"{Terminal.SafeText.Line(text, 40)}=P2\" says which stage it is");

    /// <summary>A fraction, which may be written as a per cent.</summary>
    public static decimal? FractionOf(FieldTable.FieldRow row, Field field, bool isZeroAllowed)
    {
        if (row.Text(field) is not { } text)
            return null;
        var isPercent = text.EndsWith('%');
        var plain = (isPercent ? text[..^1] : text).Replace(',', '.');
        return PlainAmount.TryParse(plain, out var number) && (isPercent ? number / 100 : number) is <= 1 and >= 0 and var fraction
            && (isZeroAllowed || fraction > 0)
            ? fraction
            : throw row.Fault(field, $"a fraction {(isZeroAllowed ? "from" : "above")} 0 up to 1 is needed, such as 0.6 or 60 %");
    }
}
