using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>How a gap in a competence is closed.</summary>
/// <remarks>A LibraryDefault: 《B2B 大客户开发与管理》 announces three tools to pass capability on (能力复制的“三大法宝”) and names the kinds
/// only.</remarks>
[JsonConverter(typeof(TermJsonConverter<TrainingMeasure>))]
public sealed class TrainingMeasure : Term<TrainingMeasure>
{
    /// <summary>Regular talks with somebody who shows the way; value 1.</summary>
    public static readonly TrainingMeasure Mentoring = new(1);
    /// <summary>A reading list with a date and a test; value 2.</summary>
    public static readonly TrainingMeasure SelfStudy = new(2);
    /// <summary>A course that ends with an exam; value 3.</summary>
    public static readonly TrainingMeasure Course = new(3);
    /// <summary>Practised in a role play, recorded and corrected; value 4.</summary>
    public static readonly TrainingMeasure RolePlay = new(4);
    /// <summary>Visits together with somebody who masters it, and a talk right after; value 5.</summary>
    public static readonly TrainingMeasure JointVisit = new(5);

    private TrainingMeasure(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
