using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The reach of an activity among the customer's people.</summary>
/// <remarks>Source: 《客户关系拓展与管理》.</remarks>
[JsonConverter(typeof(TermJsonConverter<ActivityReach>))]
public sealed class ActivityReach : Term<ActivityReach>
{
    /// <summary>A person (点); value 1.</summary>
    public static readonly ActivityReach Point = new(1);
    /// <summary>A business line (线); value 2.</summary>
    public static readonly ActivityReach Line = new(2);
    /// <summary>The whole customer (面); value 3.</summary>
    public static readonly ActivityReach Plane = new(3);

    private ActivityReach(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
