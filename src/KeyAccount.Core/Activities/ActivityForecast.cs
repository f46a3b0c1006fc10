using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>What an activity is expected to cost and bring, from invitations to margin.</summary>
/// <remarks>
/// <para>Guests = invited · attendance; opportunities = guests · conversion; margin = opportunities · win rate · value · margin rate;
/// return = (margin − budget) / budget. LibraryDefault: the source documents ask how activities bring business and give no figures.</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record ActivityForecast
{
    private const decimal MostAmount = 1e12m;
    private const int MostInvited = 1_000_000;

    /// <summary>A forecast.</summary>
    /// <param name="budget">What the activity costs; above 0, at most 10¹².</param>
    /// <param name="invited">How many are invited; 1 … 10⁶.</param>
    /// <param name="attendance">Which part of them comes, as a fraction; 10⁻⁹ … 1.</param>
    /// <param name="conversion">Which part of the guests becomes an opportunity, as a fraction; 10⁻⁹ … 1.</param>
    /// <param name="winRate">Which part of the opportunities is won, as a fraction; 0 … 1.</param>
    /// <param name="value">What a won opportunity is worth; 0 … 10¹².</param>
    /// <param name="marginRate">Which part of that is margin, as a fraction; 0 … 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public ActivityForecast(
        decimal budget, int invited, decimal attendance, decimal conversion, decimal winRate, decimal value, decimal marginRate)
    {
        Guard.Above(budget, 0);
        Guard.AtMost(budget, MostAmount);
        Guard.Between(invited, 1, MostInvited);
        Fraction(attendance, nameof(attendance), isAboveZero: true);
        Fraction(conversion, nameof(conversion), isAboveZero: true);
        Fraction(winRate, nameof(winRate));
        Guard.NotNegative(value);
        Guard.AtMost(value, MostAmount);
        Fraction(marginRate, nameof(marginRate));
        (Budget, Invited, Attendance, Conversion, WinRate, Value, MarginRate) =
            (budget, invited, attendance, conversion, winRate, value, marginRate);
    }

    /// <summary>What the activity costs.</summary>
    public decimal Budget { get; }

    /// <summary>How many are invited.</summary>
    public int Invited { get; }

    /// <summary>Which part of them comes, as a fraction.</summary>
    public decimal Attendance { get; }

    /// <summary>Which part of the guests becomes an opportunity, as a fraction.</summary>
    public decimal Conversion { get; }

    /// <summary>Which part of the opportunities is won, as a fraction.</summary>
    public decimal WinRate { get; }

    /// <summary>What a won opportunity is worth.</summary>
    public decimal Value { get; }

    /// <summary>Which part of that is margin, as a fraction.</summary>
    public decimal MarginRate { get; }

    /// <summary>How many guests come.</summary>
    [JsonIgnore]
    public decimal Guests => Invited * Attendance;

    /// <summary>How many opportunities they become.</summary>
    [JsonIgnore]
    public decimal Opportunities => Guests * Conversion;

    /// <summary>What a guest costs.</summary>
    /// <exception cref="OverflowException">The cost does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal CostPerGuest =>
        DecimalOverflow.Named(() => Budget / Guests, "ActivityForecast.CostPerGuest", (nameof(Budget), Budget), (nameof(Guests), Guests));

    /// <summary>What an opportunity costs.</summary>
    /// <exception cref="OverflowException">The cost does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal CostPerOpportunity => DecimalOverflow.Named(
        () => Budget / Opportunities, "ActivityForecast.CostPerOpportunity", (nameof(Budget), Budget),
        (nameof(Opportunities), Opportunities));

    /// <summary>The margin that they bring.</summary>
    [JsonIgnore]
    public decimal Margin => Opportunities * WinRate * Value * MarginRate;

    /// <summary>The margin less the budget.</summary>
    [JsonIgnore]
    public decimal Result => Margin - Budget;

    /// <summary>The result by the budget, as a fraction.</summary>
    /// <exception cref="OverflowException">The return does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal Return =>
        DecimalOverflow.Named(() => Result / Budget, "ActivityForecast.Return", (nameof(Result), Result), (nameof(Budget), Budget));

    /// <summary>How many to invite for so many opportunities.</summary>
    /// <param name="opportunities">How many opportunities; 1 … 10⁶.</param>
    /// <returns>The invitations, rounded up.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="opportunities"/> is outside its range.</exception>
    /// <exception cref="OverflowException">The number does not fit a decimal.</exception>
    public decimal InvitationsFor(int opportunities)
    {
        Guard.Between(opportunities, 1, MostInvited);
        return DecimalOverflow.Named(
            () => Math.Ceiling(opportunities / (Attendance * Conversion)), "ActivityForecast.InvitationsFor",
            (nameof(opportunities), opportunities), (nameof(Attendance), Attendance), (nameof(Conversion), Conversion));
    }

    private static void Fraction(decimal value, string name, bool isAboveZero = false)
    {
        // A rate that rounds to nothing divides by nothing.
        if (isAboveZero)
            Guard.AtLeast(value, 1e-9m, name);
        else
            Guard.NotNegative(value, name);
        Guard.AtMost(value, 1, name);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ActivityForecast {{ Budget = {Budget}, Invited = {Invited}, Attendance = {Attendance}, ")
        + Invariant($"Conversion = {Conversion}, WinRate = {WinRate}, Value = {Value}, MarginRate = {MarginRate} }}");
}
