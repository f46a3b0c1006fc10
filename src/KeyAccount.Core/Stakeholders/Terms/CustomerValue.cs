using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>What a person decides by.</summary>
/// <remarks>Source: S002 (关键决策依据).</remarks>
[JsonConverter(typeof(TermJsonConverter<CustomerValue>))]
public sealed class CustomerValue : Term<CustomerValue>
{
    /// <summary>Economic value (经济价值); value 1.</summary>
    public static readonly CustomerValue Economic = new(nameof(Economic), 1);

    /// <summary>Time value (时间价值); value 2.</summary>
    public static readonly CustomerValue Time = new(nameof(Time), 2);

    /// <summary>Quality value (质量价值); value 3.</summary>
    public static readonly CustomerValue Quality = new(nameof(Quality), 3);

    /// <summary>Advisory value (顾问价值); value 4.</summary>
    public static readonly CustomerValue Advisory = new(nameof(Advisory), 4);

    /// <summary>Value of the corporate image (企业形象价值); value 5.</summary>
    public static readonly CustomerValue CorporateImage = new(nameof(CorporateImage), 5);

    /// <summary>Political value (政治价值); value 6.</summary>
    public static readonly CustomerValue Political = new(nameof(Political), 6);

    /// <summary>Value of the relationship (关系价值); value 7.</summary>
    public static readonly CustomerValue Relationship = new(nameof(Relationship), 7);

    private CustomerValue(string name, int value)
        : base(name, value)
    {
    }
}
