using System.Text.Json.Serialization;

namespace KeyAccount.Core.Reviews;

/// <summary>The unit of the numbers in a column, if it differs from that of the account file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportUnit>))]
public enum ImportUnit
{
    /// <summary>The unit of the account file; the number is not converted.</summary>
    Same,

    /// <summary>Per cent: 18.5 is 0.185.</summary>
    PerCent,

    /// <summary>Per mille: 5 is 0.005.</summary>
    PerMille,

    /// <summary>Thousands (千): 12 is 12,000.</summary>
    Thousands,

    /// <summary>Ten thousands (万): 12 is 120,000.</summary>
    TenThousands,

    /// <summary>Millions (百万): 12 is 12,000,000.</summary>
    Millions,

    /// <summary>Hundred millions (亿): 2 is 200,000,000.</summary>
    HundredMillions,

    /// <summary>Billions (十亿): 2 is 2,000,000,000.</summary>
    Billions,

    /// <summary>Weeks, if days are needed: 2 is 14.</summary>
    Weeks,
}
