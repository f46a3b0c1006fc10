using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Funnel;

/// <summary>How far a deal counts in the forecast.</summary>
/// <remarks>LibraryDefault: the usual four categories of sales forecasts.</remarks>
[JsonConverter(typeof(TermJsonConverter<ForecastCategory>))]
public sealed class ForecastCategory : Term<ForecastCategory>
{
    /// <summary>The deal is promised for the period; value 1.</summary>
    public static readonly ForecastCategory Committed = new(1);
    /// <summary>The deal closes in the period if everything goes well; value 2.</summary>
    public static readonly ForecastCategory BestCase = new(2);
    /// <summary>The deal is open, and its outcome uncertain; value 3.</summary>
    public static readonly ForecastCategory Pipeline = new(3);
    /// <summary>The deal is left out of the forecast; value 4.</summary>
    public static readonly ForecastCategory Omitted = new(4);

    private ForecastCategory(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
