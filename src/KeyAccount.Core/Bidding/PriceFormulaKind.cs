using System.Text.Json.Serialization;

namespace KeyAccount.Core.Bidding;

/// <summary>How a tender turns prices into points.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriceFormulaKind>))]
public enum PriceFormulaKind
{
    /// <summary>The lowest price gets full points; any other price gets points · lowest / price.</summary>
    LowestIsFull,

    /// <summary>The base is the mean of the prices, reduced by a fraction. Each per cent above or below the base costs points.</summary>
    MeanBased,

    /// <summary>The lowest price gets full points and the highest none. The others lie on the line between.</summary>
    Linear,
}
