using System.Text.Json;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The data half of <see cref="WarningThresholds"/>, as a file holds it: whole, as <see cref="WarningThresholds.Settings"/>
/// gives
/// it, or any part of it, as <see cref="WarningThresholds.With(WarningSettings)"/> takes it.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. What is null stays as the
/// thresholds
/// have it.</remarks>
public sealed record WarningSettings
{
    private const string Model = "warning settings";

    /// <summary>The version of the thresholds with these settings; null to keep the present one.</summary>
    public string? Version { get; init; }

    /// <summary>By which fraction purchases must fall (<see cref="WarningThresholds.PurchasesFall"/>); above 0. Null if it
    /// stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Fraction, IsMinimumExcluded = true)]
    public double? PurchasesFall { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>How many usual intervals a silence must last (<see cref="WarningThresholds.OverdueRatio"/>); above 0. Null if it
    /// stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Number, IsMinimumExcluded = true)]
    public double? OverdueRatio { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>By how many standard deviations a silence must exceed the usual interval (<see
    /// cref="WarningThresholds.OverdueSpreads"/>); above 0. Null to keep the present value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Number, IsMinimumExcluded = true)]
    public double? OverdueSpreads { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>By which fraction of what the customer spends our share must fall (<see cref="WarningThresholds.ShareFall"/>); above 0.
    /// Null to keep the present value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Fraction, IsMinimumExcluded = true)]
    public double? ShareFall { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>By which fraction the number of different products must fall (<see cref="WarningThresholds.RangeFall"/>); above 0. Null
    /// where it stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Fraction, IsMinimumExcluded = true)]
    public double? RangeFall { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>By how many days payment must slow down (<see cref="WarningThresholds.DaysLate"/>); above 0. Null if it
    /// stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Days, IsMinimumExcluded = true)]
    public double? DaysLate { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>How many days an invoice may be overdue (<see cref="WarningThresholds.DebtDays"/>); above 0. Null if it
    /// stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Days, IsMinimumExcluded = true)]
    public double? DebtDays { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>How many times as many complaints there must be as before (<see cref="WarningThresholds.ComplaintFactor"/>); above 0.
    /// Null to keep the present value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Number, IsMinimumExcluded = true)]
    public double? ComplaintFactor { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>For how many days a customer with an unsolved complaint must have been silent (<see
    /// cref="WarningThresholds.ComplaintSilenceDays"/>); above 0. Null to keep the present value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Days, IsMinimumExcluded = true)]
    public double? ComplaintSilenceDays { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>How many rhythms of the service standard must pass without a meeting (<see cref="WarningThresholds.ContactFactor"/>);
    /// above 0. Null to keep the present value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Number, IsMinimumExcluded = true)]
    public double? ContactFactor { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>For how many days a key person is new (<see cref="WarningThresholds.NewPersonDays"/>); above 0. Null if it
    /// stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Days, IsMinimumExcluded = true)]
    public double? NewPersonDays { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>For how many days the departure of a key person counts (<see cref="WarningThresholds.LeftPersonDays"/>); above 0. Null
    /// where it stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Days, IsMinimumExcluded = true)]
    public double? LeftPersonDays { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>For how many days a step of a competitor counts (<see cref="WarningThresholds.CompetitorDays"/>); above 0. Null if it
    /// stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Days, IsMinimumExcluded = true)]
    public double? CompetitorDays { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>Below how many days the end of a contract is near (<see cref="WarningThresholds.ContractDays"/>); above 0. Null if it
    /// stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Days, IsMinimumExcluded = true)]
    public double? ContractDays { get; init => field = FactRange<WarningSettings>.Checked(value); }

    /// <summary>Reads settings from JSON: what <c>keyaccount schema warning</c> describes.</summary>
    /// <param name="json">An object as <see cref="ToJson"/> writes it, or any part of one.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form; it names every fault with its path. Nothing
    /// else is
    /// thrown, whatever the text.</exception>
    public static WarningSettings FromJson(string json) => Checked(CheckedJson.Read(json, WarningJson.Default.WarningSettings, Model));

    /// <summary>Reads settings from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form; it names every fault with its path. Nothing
    /// else is
    /// thrown, whatever the bytes.</exception>
    public static WarningSettings FromJson(ReadOnlyMemory<byte> json) =>
        Checked(CheckedJson.Read(json, WarningJson.Default.WarningSettings, Model));

    /// <summary>Writes the settings as JSON, which <see cref="FromJson(string)"/> reads.</summary>
    /// <returns>The JSON, indented.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, WarningJson.Default.WarningSettings);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The version.</returns>
    public override string ToString() => Invariant($"WarningSettings {{ Version = {Version} }}");

    internal static WarningSettings Checked(WarningSettings settings) =>
        settings.Version is not null && string.IsNullOrWhiteSpace(settings.Version)
            ? throw new InvalidModelException(Model, [new("version", "it is blank")]) : settings;
}
