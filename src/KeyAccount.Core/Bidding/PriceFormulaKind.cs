using System.Text.Json.Serialization;

namespace KeyAccount.Core.Bidding;

/// <summary>How a tender turns prices into points.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriceFormulaKind>))]
public enum PriceFormulaKind
{
    /// <summary>The lowest price has all points, another one points · lowest / price.</summary>
    LowestIsFull,

    /// <summary>The mean of the prices, less a part, is the base; each per cent above or below it costs points.</summary>
    MeanBased,

    /// <summary>The lowest price has all points, the highest none, the others lie on the line between.</summary>
    Linear,
}
