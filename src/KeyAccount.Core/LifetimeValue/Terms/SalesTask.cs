using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The two tasks of managing sales to key accounts: to win and to keep.</summary>
/// <remarks>《大客戶戰略客戶關係管理》 says that there are two tasks (两大任务) but does not name them. The number comes from the source; the tasks are a
/// LibraryDefault. They sum up the four steps (<see cref="RelationshipTask"/>, <see cref="Steps"/>).</remarks>
[JsonConverter(typeof(TermJsonConverter<SalesTask>))]
public sealed class SalesTask : Term<SalesTask>
{
    /// <summary>Win the right customers and their orders; value 1.</summary>
    public static readonly SalesTask Win = new(1);
    /// <summary>Keep the customers we have won, and grow with them; value 2.</summary>
    public static readonly SalesTask Keep = new(2);

    private SalesTask(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary>The steps of customer relationship management that belong to the task.</summary>
    public IReadOnlyList<RelationshipTask> Steps => this == Win
        ? [RelationshipTask.Identify, RelationshipTask.Develop] : [RelationshipTask.Retain, RelationshipTask.Raise];
}
