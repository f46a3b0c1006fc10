using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>The forecast of an activity: what it costs and what it brings, from invitations to margin.</summary>
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
    /// <param name="budget">The cost of the activity; above 0, at most 10¹².</param>
    /// <param name="invited">The number of people invited; 1 … 10⁶.</param>
    /// <param name="attendance">The share of those invited who come, as a fraction; 10⁻⁹ … 1.</param>
    /// <param name="conversion">The share of the guests that become opportunities, as a fraction; 10⁻⁹ … 1.</param>
    /// <param name="winRate">The share of the opportunities that are won, as a fraction; 0 … 1.</param>
    /// <param name="value">The value of a won opportunity; 0 … 10¹².</param>
    /// <param name="marginRate">The share of that value that is margin, as a fraction; 0 … 1.</param>
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

    /// <summary>The cost of the activity.</summary>
    public decimal Budget { get; }

    /// <summary>The number of people invited.</summary>
    public int Invited { get; }

    /// <summary>The share of those invited who come, as a fraction.</summary>
    public decimal Attendance { get; }

    /// <summary>The share of the guests that become opportunities, as a fraction.</summary>
    public decimal Conversion { get; }

    /// <summary>The share of the opportunities that are won, as a fraction.</summary>
    public decimal WinRate { get; }

    /// <summary>The value of a won opportunity.</summary>
    public decimal Value { get; }

    /// <summary>The share of that value that is margin, as a fraction.</summary>
    public decimal MarginRate { get; }

    /// <summary>The expected number of guests.</summary>
    [JsonIgnore]
    public decimal Guests => Invited * Attendance;

    /// <summary>The expected number of opportunities.</summary>
    [JsonIgnore]
    public decimal Opportunities => Guests * Conversion;

    /// <summary>The cost per guest.</summary>
    /// <exception cref="OverflowException">The cost does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal CostPerGuest =>
        DecimalOverflow.Named(() => Budget / Guests, "ActivityForecast.CostPerGuest", (nameof(Budget), Budget), (nameof(Guests), Guests));

    /// <summary>The cost per opportunity.</summary>
    /// <exception cref="OverflowException">The cost does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal CostPerOpportunity => DecimalOverflow.Named(
        () => Budget / Opportunities, "ActivityForecast.CostPerOpportunity", (nameof(Budget), Budget),
        (nameof(Opportunities), Opportunities));

    /// <summary>The expected margin.</summary>
    [JsonIgnore]
    public decimal Margin => Opportunities * WinRate * Value * MarginRate;

    /// <summary>The margin less the budget.</summary>
    [JsonIgnore]
    public decimal Result => Margin - Budget;

    /// <summary>The return on the budget, as a fraction: margin less budget, divided by the budget.</summary>
    /// <exception cref="OverflowException">The return does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal Return =>
        DecimalOverflow.Named(() => Result / Budget, "ActivityForecast.Return", (nameof(Result), Result), (nameof(Budget), Budget));

    /// <summary>The number of invitations needed for a number of opportunities.</summary>
    /// <param name="opportunities">The number of opportunities wanted; 1 … 10⁶.</param>
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
