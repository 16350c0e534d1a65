<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About GradViz</source>
        <translation>GradViz 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Answers</source>
        <translation>답(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Arrows</source>
        <translation>화살표(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Backprop</source>
        <translation>역전파(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>기울기 확인(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>목록 지우기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Contours</source>
        <translation>등고선(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>그림 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation>어두운 테마(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>데이터(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>색(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>격자(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>계층(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>강좌(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light Theme</source>
        <translation>밝은 테마(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>메모(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>재생(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>인쇄(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 하기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset View</source>
        <translation>보기 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Standard Functions…</source>
        <translation>표준 함수(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Surface</source>
        <translation>곡면(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>표(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>되돌리기(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;h Curve</source>
        <translation>h 곡선(&amp;H)</translation>
    </message>
    <message>
        <source>All epochs and steps of the selected run in numbers</source>
        <translation>선택한 실행의 모든 에폭과 스텝을 수로 보기</translation>
    </message>
    <message>
        <source>All steps of the selected run in numbers</source>
        <translation>선택한 실행의 모든 스텝을 수로 보기</translation>
    </message>
    <message>
        <source>Arrows &amp;Uphill (+∇f)</source>
        <translation>오르막 화살표 (+∇f)(&amp;U)</translation>
    </message>
    <message>
        <source>Arrows, contour levels, colours and the curves&apos; axis</source>
        <translation>화살표, 등고선의 높이, 색, 곡선의 축</translation>
    </message>
    <message>
        <source>Choose one of the standard functions of the literature</source>
        <translation>문헌에 나오는 표준 함수 고르기</translation>
    </message>
    <message>
        <source>Colours: &amp;Automatic</source>
        <translation>색: 자동(&amp;A)</translation>
    </message>
    <message>
        <source>Colours: &amp;Linear</source>
        <translation>색: 선형(&amp;L)</translation>
    </message>
    <message>
        <source>Colours: Lo&amp;garithmic</source>
        <translation>색: 로그(&amp;G)</translation>
    </message>
    <message>
        <source>Conto&amp;ur</source>
        <translation>등고선(&amp;U)</translation>
    </message>
    <message>
        <source>Copy the picture in the middle, as it is seen</source>
        <translation>가운데 그림을 보이는 대로 복사</translation>
    </message>
    <message>
        <source>Draw +∇f, the way up, instead of −∇f, the way down</source>
        <translation>내리막 −∇f 대신 오르막 +∇f 그리기</translation>
    </message>
    <message>
        <source>Export pictures or the trajectories</source>
        <translation>그림이나 궤적 내보내기</translation>
    </message>
    <message>
        <source>Fill the whole screen; Escape leaves it too</source>
        <translation>화면 전체 채우기, Esc 키로도 끝내기</translation>
    </message>
    <message>
        <source>Full Scr&amp;een</source>
        <translation>전체 화면(&amp;E)</translation>
    </message>
    <message>
        <source>La&amp;ndscape</source>
        <translation>손실 지형(&amp;N)</translation>
    </message>
    <message>
        <source>Leave the training where it is, or go on with it</source>
        <translation>학습을 지금 상태에서 멈추거나 이어서 하기</translation>
    </message>
    <message>
        <source>One sample forward and its loss back: the chain rule</source>
        <translation>표본 하나는 앞으로, 그 손실은 뒤로: 연쇄 법칙</translation>
    </message>
    <message>
        <source>Pause Trai&amp;ning</source>
        <translation>학습 일시 정지(&amp;N)</translation>
    </message>
    <message>
        <source>Picture &amp;Only</source>
        <translation>그림만 보기(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;top Computing</source>
        <translation>계산 중지(&amp;T)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Show only the picture, or everything again</source>
        <translation>그림만 보거나 다시 모두 보기</translation>
    </message>
    <message>
        <source>Show short lessons beside the program, or hide them</source>
        <translation>프로그램 옆에 짧은 강좌를 보이거나 숨기기</translation>
    </message>
    <message>
        <source>Sl&amp;ice</source>
        <translation>단면(&amp;I)</translation>
    </message>
    <message>
        <source>Step &amp;Back</source>
        <translation>한 스텝 뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>Step &amp;Forward</source>
        <translation>한 스텝 앞으로(&amp;F)</translation>
    </message>
    <message>
        <source>Stop computing; what is done so far stays</source>
        <translation>계산 중지, 지금까지의 결과는 유지</translation>
    </message>
    <message>
        <source>Switch &amp;Theme</source>
        <translation>테마 전환(&amp;T)</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>밝은 테마와 어두운 테마 전환</translation>
    </message>
    <message>
        <source>The error of the numerical gradient against h</source>
        <translation>h에 따른 수치 기울기의 오차</translation>
    </message>
    <message>
        <source>The function along one line, with tangent and secant</source>
        <translation>한 직선을 따라 본 함수, 접선과 할선</translation>
    </message>
    <message>
        <source>The function as a map, or as a graph of one variable</source>
        <translation>지도로 본 함수, 변수가 하나이면 그래프</translation>
    </message>
    <message>
        <source>The function as a surface in space</source>
        <translation>공간의 곡면으로 본 함수</translation>
    </message>
    <message>
        <source>The gradient by differences against backpropagation</source>
        <translation>차분으로 구한 기울기와 역전파의 비교</translation>
    </message>
    <message>
        <source>The loss over a plane in the space of all weights</source>
        <translation>모든 가중치의 공간에 놓인 평면 위의 손실</translation>
    </message>
    <message>
        <source>The samples, and what the network makes of the plane around them</source>
        <translation>표본, 그리고 그 주변 평면에 대한 신경망의 답</translation>
    </message>
    <message>
        <source>Theme of the &amp;System</source>
        <translation>시스템 테마(&amp;S)</translation>
    </message>
    <message>
        <source>To &amp;End</source>
        <translation>끝으로(&amp;E)</translation>
    </message>
    <message>
        <source>To &amp;Start</source>
        <translation>처음으로(&amp;S)</translation>
    </message>
    <message>
        <source>View &amp;Options…</source>
        <translation>보기 옵션(&amp;O)…</translation>
    </message>
    <message>
        <source>Weights, gradients and activations of every layer</source>
        <translation>모든 계층의 가중치, 기울기, 활성화 값</translation>
    </message>
    <message>
        <source>What the network takes samples for, and which it confuses</source>
        <translation>신경망이 표본을 무엇으로 예측하고 무엇을 혼동하는지</translation>
    </message>
    <message>
        <source>Write about the experiment; it is saved with it</source>
        <translation>실험에 대한 메모 쓰기, 실험과 함께 저장됨</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Run {0} is selected.</source>
        <translation>{0} 실행을 선택했습니다.</translation>
    </message>
    <message>
        <source>Step {0}, epoch {1}: loss {2}.</source>
        <translation>스텝 {0}, 에폭 {1}: 손실 {2}.</translation>
    </message>
    <message>
        <source>Step {0}: f = {1}, length of the gradient {2}.</source>
        <translation>스텝 {0}: f = {1}, 기울기의 길이 {2}.</translation>
    </message>
    <message>
        <source>{0} runs have ended.</source>
        <translation>실행 {0}개가 끝났습니다.</translation>
    </message>
</context>
<context>
    <name>AnswersPanel</name>
    <message>
        <source>All samples</source>
        <translation>모든 표본</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 쪽</translation>
    </message>
    <message>
        <source>No samples are kept back to test with: the Data card sets their share</source>
        <translation>시험용으로 떼어 둔 표본이 없음: 비율은 데이터 카드에서 설정</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>이전 쪽</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Show all samples again</source>
        <translation>모든 표본을 다시 보기</translation>
    </message>
    <message>
        <source>Show only samples that are taken for another class</source>
        <translation>다른 클래스로 예측된 표본만 보기</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>The samples that are kept back to test with</source>
        <translation>시험용으로 떼어 둔 표본</translation>
    </message>
    <message>
        <source>The samples that the network is trained with</source>
        <translation>신경망을 학습시키는 표본</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>Wrong only</source>
        <translation>오답만</translation>
    </message>
    <message>
        <source>{0} to {1} of {2}</source>
        <translation>{2}개 중 {0}~{1}</translation>
    </message>
</context>
<context>
    <name>AnswersView</name>
    <message>
        <source>1 sample</source>
        <translation>표본 1개</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Answers of {0} to samples</source>
        <translation>표본에 대한 {0} 신경망의 답</translation>
    </message>
    <message>
        <source>Answers of {0} to test samples</source>
        <translation>시험 표본에 대한 {0} 신경망의 답</translation>
    </message>
    <message>
        <source>Click a sample to see how probable each class is.</source>
        <translation>표본을 클릭하면 각 클래스의 확률이 표시됩니다.</translation>
    </message>
    <message>
        <source>No such samples.</source>
        <translation>해당하는 표본이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>아직 표시할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Samples with the network&apos;s answers, confusion matrix</source>
        <translation>표본과 신경망의 답, 혼동 행렬</translation>
    </message>
    <message>
        <source>Test sample {0}</source>
        <translation>시험 표본 {0}</translation>
    </message>
    <message>
        <source>The arrow keys move over the cells of the confusion matrix, Enter shows only the samples of a cell, Escape all again. With Shift the arrow keys choose a sample. The Page keys turn the page.</source>
        <translation>화살표 키로 혼동 행렬의 칸을 옮겨 다니고, Enter 키로 그 칸의 표본만, Escape 키로 다시 모든 표본을 표시합니다. Shift 키를 누른 채 화살표 키로 표본을 고릅니다. Page 키로 쪽을 넘깁니다.</translation>
    </message>
    <message>
        <source>There are no samples to ask the network about.</source>
        <translation>신경망에 물어볼 표본이 없습니다.</translation>
    </message>
    <message>
        <source>This network answers with numbers, not with classes. How near they come to what they should be is shown in the Data tab.</source>
        <translation>이 신경망은 클래스가 아니라 수치로 답합니다. 답이 정답에 얼마나 가까운지는 데이터 탭에 표시됩니다.</translation>
    </message>
    <message>
        <source>Training sample {0}</source>
        <translation>훈련 표본 {0}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>all samples</source>
        <translation>모든 표본</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>외 {0}개</translation>
    </message>
    <message>
        <source>at step {0}, epoch {1}</source>
        <translation>스텝 {0}, 에폭 {1}</translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation>클래스 {0}</translation>
    </message>
    <message>
        <source>is {0}</source>
        <translation>정답 {0}</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>클래스 없음</translation>
    </message>
    <message>
        <source>of class {0}</source>
        <translation>클래스 {0} 중</translation>
    </message>
    <message>
        <source>of these recognised</source>
        <translation>이 중 맞힘</translation>
    </message>
    <message>
        <source>of these right</source>
        <translation>이 중 맞음</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>taken for {0}</source>
        <translation>예측 {0}</translation>
    </message>
    <message>
        <source>true</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>{0} others</source>
        <translation>나머지 {0}개</translation>
    </message>
    <message>
        <source>{0} recognised</source>
        <translation>클래스 {0} 맞힘</translation>
    </message>
    <message>
        <source>{0} samples</source>
        <translation>표본 {0}개</translation>
    </message>
    <message>
        <source>{0} taken for {1}</source>
        <translation>정답 {0}, 예측 {1}</translation>
    </message>
    <message>
        <source>{0}, {1} of {2} wrong</source>
        <translation>{0}, {2}개 중 {1}개 틀림</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>AxesChoice</name>
    <message>
        <source>Across</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>Input across</source>
        <translation>가로축 입력</translation>
    </message>
    <message>
        <source>Input upwards</source>
        <translation>세로축 입력</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Which input the picture shows here; the others are held at their mean</source>
        <translation>그림의 이 축에 보일 입력, 나머지는 평균으로 고정</translation>
    </message>
</context>
<context>
    <name>Backprop</name>
    <message>
        <source>Backward: affine {0} of {1}</source>
        <translation>역전파: Affine {0}/{1}</translation>
    </message>
    <message>
        <source>Backward: the loss</source>
        <translation>역전파: 손실</translation>
    </message>
    <message>
        <source>Backward: {2} of layer {0}</source>
        <translation>역전파: 계층 {0}의 {2}</translation>
    </message>
    <message>
        <source>Every number here is of this one sample, its loss and its gradient too. A step takes the mean over the {0} samples of its batch.</source>
        <translation>여기에 있는 수는 손실과 기울기까지 모두 이 표본 하나의 값입니다. 스텝 한 번에는 배치에 든 표본 {0}개의 평균을 씁니다.</translation>
    </message>
    <message>
        <source>Every number here is of this one sample. A step takes one sample too.</source>
        <translation>여기에 있는 수는 모두 이 표본 하나의 값입니다. 스텝 한 번에도 표본 하나만 씁니다.</translation>
    </message>
    <message>
        <source>Forward: layer {0} of {1}</source>
        <translation>순전파: 계층 {0}/{1}</translation>
    </message>
    <message>
        <source>Forward: the loss</source>
        <translation>순전파: 손실</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>아직 표시할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Sample {0} of {1} to test with</source>
        <translation>시험 표본 {0}/{1}</translation>
    </message>
    <message>
        <source>Sample {0} of {1} to train with</source>
        <translation>훈련 표본 {0}/{1}</translation>
    </message>
    <message>
        <source>The run goes no further: no update follows.</source>
        <translation>실행이 더 진행되지 않으므로 뒤따르는 갱신이 없습니다.</translation>
    </message>
    <message>
        <source>The sample</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>The sample is no weight: the way back ends here.</source>
        <translation>표본은 가중치가 아니므로 역전파는 여기서 끝납니다.</translation>
    </message>
    <message>
        <source>The unit is above 0: ReLU lets the gradient pass as it came.</source>
        <translation>뉴런의 값이 0보다 크므로 ReLU가 기울기를 그대로 흘려보냅니다.</translation>
    </message>
    <message>
        <source>The unit is not above 0: ReLU stops the gradient here.</source>
        <translation>뉴런의 값이 0보다 크지 않으므로 ReLU가 기울기를 여기서 막습니다.</translation>
    </message>
    <message>
        <source>The update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>What was answered minus what was right: softmax and cross entropy in one.</source>
        <translation>답에서 정답을 뺀 값입니다. 소프트맥스와 교차 엔트로피를 한꺼번에 역전파한 결과입니다.</translation>
    </message>
    <message>
        <source>affine</source>
        <translation>Affine</translation>
    </message>
    <message>
        <source>affine {0}</source>
        <translation>Affine {0}</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>at step {0}, epoch {1}: loss {2}</source>
        <translation>스텝 {0}, 에폭 {1}: 손실 {2}</translation>
    </message>
    <message>
        <source>below 0</source>
        <translation>음의 가중치</translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation>클래스 {0}</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>loss of this sample</source>
        <translation>이 표본의 손실</translation>
    </message>
    <message>
        <source>of this sample</source>
        <translation>이 표본의 값</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>taken by the step, the mean over {0} samples</source>
        <translation>스텝에 쓰는 값, 표본 {0}개의 평균</translation>
    </message>
    <message>
        <source>taken by the step: its batch is one sample</source>
        <translation>스텝에 쓰는 값: 배치가 표본 하나</translation>
    </message>
    <message>
        <source>unit {0} of layer {1}</source>
        <translation>계층 {1}의 뉴런 {0}</translation>
    </message>
    <message>
        <source>weight above 0</source>
        <translation>양의 가중치</translation>
    </message>
    <message>
        <source>{0} moves every weight so, all of them at once.</source>
        <translation>{0} 옵티마이저는 모든 가중치를 한꺼번에 이렇게 움직입니다.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}개 중 {0}개</translation>
    </message>
    <message>
        <source>{0} terms with the factor 0 are left out.</source>
        <translation>0이 곱해지는 항 {0}개는 생략했습니다.</translation>
    </message>
    <message>
        <source>{0}, class {1}</source>
        <translation>{0}, 클래스 {1}</translation>
    </message>
    <message>
        <source>← gradient</source>
        <translation>← 기울기</translation>
    </message>
    <message>
        <source>→ value</source>
        <translation>→ 값</translation>
    </message>
</context>
<context>
    <name>BackpropPanel</name>
    <message>
        <source>A sample that is kept back to test with</source>
        <translation>시험용으로 떼어 둔 표본</translation>
    </message>
    <message>
        <source>A sample that the network is trained with</source>
        <translation>신경망을 학습시키는 표본</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>오차역전파법</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>다음 표본</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>이전 표본</translation>
    </message>
    <message>
        <source>Previous stage</source>
        <translation>이전 단계</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Samples to choose from</source>
        <translation>고를 수 있는 표본</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>The sample that is sent through the network</source>
        <translation>신경망에 통과시킬 표본</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>/ {0}</translation>
    </message>
</context>
<context>
    <name>BackpropView</name>
    <message>
        <source>Backpropagation of one sample</source>
        <translation>표본 하나의 역전파</translation>
    </message>
    <message>
        <source>Up and down choose the unit whose arithmetic is written out, page up and page down the sample.</source>
        <translation>위, 아래 화살표 키로 계산 과정을 볼 뉴런을, Page Up 키와 Page Down 키로 표본을 고릅니다.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message>
        <source>Copy diagnostics: the details, versions, the log</source>
        <translation>진단 정보 복사: 자세한 내용, 버전, 로그</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>이 메시지 닫기</translation>
    </message>
    <message>
        <source>The log file has them too: {0}</source>
        <translation>로그 파일에도 있습니다: {0}</translation>
    </message>
</context>
<context>
    <name>BatchField</name>
    <message>
        <source>1, a single sample</source>
        <translation>1, 표본 하나</translation>
    </message>
    <message>
        <source>Usual sizes</source>
        <translation>자주 쓰는 크기</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>all {0}</source>
        <translation>전체 {0}개</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>A bowl stretched along the diagonal, with a condition number of 25.</source>
        <translation>대각선 방향으로 늘어난 그릇입니다. 조건수는 25입니다.</translation>
    </message>
    <message>
        <source>A bowl with ripples: momentum rolls over them.</source>
        <translation>물결이 인 그릇입니다. 모멘텀은 물결을 넘어 굴러갑니다.</translation>
    </message>
    <message>
        <source>A curved valley, quick to find and slow to follow.</source>
        <translation>굽은 골짜기입니다. 금방 찾지만 따라가는 데는 오래 걸립니다.</translation>
    </message>
    <message>
        <source>A deep well, a shallow one and a saddle between: a ball with momentum may cross it.</source>
        <translation>깊은 우물과 얕은 우물, 그 사이의 안장점입니다. 모멘텀이 있는 공은 안장점을 넘어가기도 합니다.</translation>
    </message>
    <message>
        <source>A flat valley between four steep corners.</source>
        <translation>가파른 네 모서리 사이의 평평한 골짜기입니다.</translation>
    </message>
    <message>
        <source>A funnel full of dents, with a point like a needle at its end.</source>
        <translation>움푹한 곳이 가득한 깔때기입니다. 그 끝에는 바늘처럼 뾰족한 점이 있습니다.</translation>
    </message>
    <message>
        <source>A hundred minima in rows, one of them the lowest.</source>
        <translation>극소점 백 개가 줄지어 있고, 그중 하나가 가장 낮습니다.</translation>
    </message>
    <message>
        <source>A local and a global minimum</source>
        <translation>지역 최소점과 전역 최소점</translation>
    </message>
    <message>
        <source>A long plateau</source>
        <translation>긴 고원</translation>
    </message>
    <message>
        <source>A ramp along the diagonal with dents in it.</source>
        <translation>대각선을 따라 난 비탈 곳곳이 움푹합니다.</translation>
    </message>
    <message>
        <source>A single hole in a plain: beside it there is no slope to follow.</source>
        <translation>평원에 난 구멍 하나입니다. 그 밖에는 따라갈 경사가 없습니다.</translation>
    </message>
    <message>
        <source>A tilted bowl, nine times as steep across as along.</source>
        <translation>비스듬히 놓인 그릇입니다. 폭 방향이 길이 방향보다 아홉 배 가파릅니다.</translation>
    </message>
    <message>
        <source>A valley bent like a parabola, with a minimum in each arm.</source>
        <translation>포물선처럼 굽은 골짜기입니다. 양쪽 팔에 극소점이 하나씩 있습니다.</translation>
    </message>
    <message>
        <source>Ackley</source>
        <translation>Ackley</translation>
    </message>
    <message>
        <source>Beale</source>
        <translation>Beale</translation>
    </message>
    <message>
        <source>Between its walls only one direction still leads down.</source>
        <translation>양쪽 벽 사이에서는 한 방향만 내리막입니다.</translation>
    </message>
    <message>
        <source>Bohachevsky</source>
        <translation>Bohachevsky</translation>
    </message>
    <message>
        <source>Booth</source>
        <translation>Booth</translation>
    </message>
    <message>
        <source>Bowl</source>
        <translation>그릇</translation>
    </message>
    <message>
        <source>Bowl of four variables</source>
        <translation>변수가 네 개인 그릇</translation>
    </message>
    <message>
        <source>Branin</source>
        <translation>Branin</translation>
    </message>
    <message>
        <source>Dixon and Price</source>
        <translation>Dixon–Price</translation>
    </message>
    <message>
        <source>Down one way and up the other: descent comes close, waits, and leaves.</source>
        <translation>한쪽으로는 내려가고 다른 쪽으로는 올라갑니다. 하강은 가까이 와서 머물다가 떠납니다.</translation>
    </message>
    <message>
        <source>Easom</source>
        <translation>Easom</translation>
    </message>
    <message>
        <source>Elliptic bowl</source>
        <translation>타원 그릇</translation>
    </message>
    <message>
        <source>Far out the ground is level, and descent hardly moves.</source>
        <translation>먼 바깥은 평평해서 하강이 거의 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>Flat-bottomed valley</source>
        <translation>바닥이 평평한 골짜기</translation>
    </message>
    <message>
        <source>Four minima of the same depth around one hill.</source>
        <translation>언덕 하나를 둘러싼 깊이가 같은 극소점 네 개입니다.</translation>
    </message>
    <message>
        <source>Four wells of different depth, one in each quarter.</source>
        <translation>깊이가 다른 우물 네 개가 사분면마다 하나씩 있습니다.</translation>
    </message>
    <message>
        <source>From the right, descent stops at the higher of the two.</source>
        <translation>오른쪽에서 시작한 하강은 둘 중 더 높은 곳에서 멈춥니다.</translation>
    </message>
    <message>
        <source>Goldstein and Price</source>
        <translation>Goldstein–Price</translation>
    </message>
    <message>
        <source>Gramacy and Lee</source>
        <translation>Gramacy–Lee</translation>
    </message>
    <message>
        <source>Griewank</source>
        <translation>Griewank</translation>
    </message>
    <message>
        <source>Hills and hollows in rows: guess the surface from the arrows.</source>
        <translation>언덕과 움푹한 곳이 줄지어 있습니다. 화살표를 보고 곡면을 알아맞혀 보세요.</translation>
    </message>
    <message>
        <source>Himmelblau</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Levy 13</source>
        <translation>Levy 13</translation>
    </message>
    <message>
        <source>Many minima, each lower than the one before it from the right.</source>
        <translation>극소점이 많으며, 오른쪽에서 왼쪽으로 갈수록 하나씩 더 낮아집니다.</translation>
    </message>
    <message>
        <source>Matyas</source>
        <translation>Matyas</translation>
    </message>
    <message>
        <source>McCormick</source>
        <translation>McCormick</translation>
    </message>
    <message>
        <source>Monkey saddle</source>
        <translation>원숭이 안장</translation>
    </message>
    <message>
        <source>More than two variables: choose which two to look at.</source>
        <translation>변수가 두 개보다 많습니다. 어느 두 변수를 볼지 고르세요.</translation>
    </message>
    <message>
        <source>One global minimum between two local ones.</source>
        <translation>지역 최소점 두 개 사이에 전역 최소점이 하나 있습니다.</translation>
    </message>
    <message>
        <source>One variable</source>
        <translation>변수 하나</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>고원</translation>
    </message>
    <message>
        <source>Rastrigin</source>
        <translation>Rastrigin</translation>
    </message>
    <message>
        <source>Regular dents on a bowl so wide that it hardly shows.</source>
        <translation>움푹한 곳이 규칙적으로 이어집니다. 그릇이 아주 넓어서 그릇 모양은 거의 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Rosenbrock valley</source>
        <translation>Rosenbrock 골짜기</translation>
    </message>
    <message>
        <source>Round bowl</source>
        <translation>둥근 그릇</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>안장</translation>
    </message>
    <message>
        <source>Several minima</source>
        <translation>여러 극소점</translation>
    </message>
    <message>
        <source>Six minima in three pairs, the lowest in the middle.</source>
        <translation>극소점 여섯 개가 세 쌍을 이루고, 가운데 쌍이 가장 낮습니다.</translation>
    </message>
    <message>
        <source>Six powers of ten within one picture: made for a logarithmic scale.</source>
        <translation>한 그림 안에서 값이 10의 6제곱 배까지 차이 납니다. 로그 눈금에 꼭 맞는 함수입니다.</translation>
    </message>
    <message>
        <source>Six-hump camel</source>
        <translation>여섯 혹 낙타</translation>
    </message>
    <message>
        <source>Styblinski and Tang</source>
        <translation>Styblinski–Tang</translation>
    </message>
    <message>
        <source>Sum of absolute values</source>
        <translation>절댓값의 합</translation>
    </message>
    <message>
        <source>Sum of two sines</source>
        <translation>두 사인의 합</translation>
    </message>
    <message>
        <source>The book&apos;s parabola</source>
        <translation>교재의 포물선</translation>
    </message>
    <message>
        <source>The first function of every book: the gradient points straight away from the middle.</source>
        <translation>어느 책에나 처음 나오는 함수입니다. 기울기는 가운데에서 똑바로 멀어지는 쪽을 가리킵니다.</translation>
    </message>
    <message>
        <source>The function whose derivatives at 5 and 10 are worked out by differences.</source>
        <translation>5와 10에서의 미분을 차분으로 구해 보는 함수입니다.</translation>
    </message>
    <message>
        <source>The slope at the start is a hundredth of what it is half way down.</source>
        <translation>시작점의 경사는 절반쯤 내려간 곳의 100분의 1입니다.</translation>
    </message>
    <message>
        <source>The slope never grows small: with a fixed learning rate descent ends up hopping.</source>
        <translation>경사가 작아지지 않습니다. 학습률이 고정되어 있으면 하강은 끝내 제자리에서 왔다 갔다 합니다.</translation>
    </message>
    <message>
        <source>Three minima of the same depth along one bent valley.</source>
        <translation>굽은 골짜기를 따라 깊이가 같은 극소점이 세 개 있습니다.</translation>
    </message>
    <message>
        <source>Three ways down, and no curvature at all where they meet.</source>
        <translation>내리막이 세 갈래이며, 그것이 만나는 곳에는 곡률이 전혀 없습니다.</translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation>세 혹 낙타</translation>
    </message>
    <message>
        <source>Twenty times as steep one way as the other: plain descent zigzags.</source>
        <translation>한 방향이 다른 방향보다 스무 배 가파릅니다. 단순한 하강은 지그재그로 움직입니다.</translation>
    </message>
    <message>
        <source>Two unequal wells</source>
        <translation>깊이가 다른 두 우물</translation>
    </message>
    <message>
        <source>Valley, plateau</source>
        <translation>골짜기, 고원</translation>
    </message>
    <message>
        <source>Waves across two bowls, finest near the minimum.</source>
        <translation>두 그릇에 걸친 물결입니다. 최소점 근처에서 가장 촘촘합니다.</translation>
    </message>
    <message>
        <source>a Gaussian well</source>
        <translation>가우스 함수 우물</translation>
    </message>
    <message>
        <source>a classic of calculus courses</source>
        <translation>미적분 강의의 단골 예제</translation>
    </message>
    <message>
        <source>a hyperbolic paraboloid</source>
        <translation>쌍곡 포물면</translation>
    </message>
    <message>
        <source>a quadratic form</source>
        <translation>이차 형식</translation>
    </message>
    <message>
        <source>a quartic</source>
        <translation>사차식</translation>
    </message>
    <message>
        <source>made for this catalogue</source>
        <translation>이 목록을 위해 만듦</translation>
    </message>
    <message>
        <source>the 1-norm</source>
        <translation>1-노름</translation>
    </message>
</context>
<context>
    <name>CatalogueButton</name>
    <message>
        <source>Own function</source>
        <translation>내 함수</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message>
        <source>Standard functions</source>
        <translation>표준 함수</translation>
    </message>
</context>
<context>
    <name>CataloguePanel</name>
    <message>
        <source>No function holds all of these words.</source>
        <translation>이 단어를 모두 포함하는 함수가 없습니다.</translation>
    </message>
    <message>
        <source>Search the standard functions</source>
        <translation>표준 함수 검색</translation>
    </message>
    <message>
        <source>Search: name, formula or what it shows</source>
        <translation>검색: 이름, 식 또는 특징</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>All schemes</source>
        <translation>모든 차분</translation>
    </message>
    <message>
        <source>All training samples</source>
        <translation>훈련 표본 전체</translation>
    </message>
    <message>
        <source>Check all weights</source>
        <translation>모든 가중치 확인</translation>
    </message>
    <message>
        <source>Check all {0} weights</source>
        <translation>가중치 {0}개 모두 확인</translation>
    </message>
    <message>
        <source>Check the weights that were left out because it takes long</source>
        <translation>오래 걸려서 뺐던 가중치까지 확인하기</translation>
    </message>
    <message>
        <source>Draw the differences of every scheme against h, or of one</source>
        <translation>모든 차분 방법의 차이를 h에 따라 그리기, 끄면 한 방법만 그리기</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>기울기 확인</translation>
    </message>
    <message>
        <source>One sample</source>
        <translation>표본 하나</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>The samples whose loss is differentiated, by both ways</source>
        <translation>두 방법으로 미분할 손실의 표본</translation>
    </message>
    <message>
        <source>This batch</source>
        <translation>이 배치</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Agrees</source>
        <translation>일치</translation>
    </message>
    <message>
        <source>Agrees: the relative error ‖numeric − backprop‖ / (‖numeric‖ + ‖backprop‖) over all weights checked is below {0}.
Kink: it is not, but most of the largest difference is gone when every ReLU is held as it is.
Disagrees: it is not, and no kink is to blame.</source>
        <translation>일치: 확인한 가중치 전체의 상대 오차 ‖차분 − 역전파‖ / (‖차분‖ + ‖역전파‖)의 값이 {0}보다 작습니다.
꺾임: 그보다 작지 않지만, 모든 ReLU를 지금 상태로 고정하면 가장 큰 차이가 대부분 사라집니다.
불일치: 그보다 작지 않으며, 꺾임 때문도 아닙니다.</translation>
    </message>
    <message>
        <source>Both gradients are equal to the last bit.</source>
        <translation>두 기울기가 마지막 비트까지 같습니다.</translation>
    </message>
    <message>
        <source>Differences: {0} evaluations of the loss, {1}; backpropagation: 1 forward and 1 backward pass, {2}, for all weights about {3}× as fast.</source>
        <translation>차분: 손실 함수 호출 {0}번, {1}; 역전파: 순전파와 역전파 1번씩, {2}, 가중치 전체로는 약 {3}배 빠릅니다.</translation>
    </message>
    <message>
        <source>Differences: {0} evaluations of the loss, {1}; backpropagation: 1 forward and 1 backward pass, {2}, {3}× as fast.</source>
        <translation>차분: 손실 함수 호출 {0}번, {1}; 역전파: 순전파와 역전파 1번씩, {2}, {3}배 빠릅니다.</translation>
    </message>
    <message>
        <source>Disagrees</source>
        <translation>불일치</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>기울기 확인</translation>
    </message>
    <message>
        <source>Kink</source>
        <translation>꺾임</translation>
    </message>
    <message>
        <source>Largest difference {0} at {1}</source>
        <translation>가장 큰 차이: {1}에서 {0}</translation>
    </message>
    <message>
        <source>No gradient has been checked yet: that is done once the cursor rests.</source>
        <translation>아직 확인한 기울기가 없습니다. 커서가 멈추면 확인합니다.</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>유한하지 않음</translation>
    </message>
    <message>
        <source>ReLU unit {0} of layer {1} changes sign for sample {2} within {3}: the function has a kink there, backpropagation takes one side.</source>
        <translation>표본 {2}에서 계층 {1}의 ReLU 뉴런 {0}의 입력 부호가 {3} 안에서 바뀝니다. 함수가 그곳에서 꺾이며, 역전파는 그 한쪽을 씁니다.</translation>
    </message>
    <message>
        <source>So do {0} more.</source>
        <translation>그 밖에 {0}개의 부호도 바뀝니다.</translation>
    </message>
    <message>
        <source>So does 1 more.</source>
        <translation>그 밖에 1개의 부호도 바뀝니다.</translation>
    </message>
    <message>
        <source>The backpropagation of the runs against {0} with h = {1}: {2}.</source>
        <translation>실행의 역전파를 {0}(h = {1}) 결과와 비교: {2}.</translation>
    </message>
    <message>
        <source>The gradient of the runs, {0} with h = {1}, against backpropagation: {2}.</source>
        <translation>실행의 기울기({0}, h = {1})를 역전파와 비교: {2}.</translation>
    </message>
    <message>
        <source>The left and right arrow keys and the Page keys move h; up and down read out the weights, the worst first.</source>
        <translation>왼쪽·오른쪽 화살표 키와 Page Up·Page Down 키로 h를 옮기고, 위·아래 화살표 키로 차이가 큰 가중치부터 읽습니다.</translation>
    </message>
    <message>
        <source>The loss is not a finite number with the weights of this step, so there is no gradient to check.</source>
        <translation>이 스텝의 가중치에서는 손실이 유한한 수가 아니므로 확인할 기울기가 없습니다.</translation>
    </message>
    <message>
        <source>This h is too large for {2}: with h = {0} the largest difference is {1}.</source>
        <translation>{2}에는 이 h가 너무 큽니다. h = {0}일 때 가장 큰 차이는 {1}입니다.</translation>
    </message>
    <message>
        <source>This h is too small, rounding makes the difference: with h = {0} the largest is {1}.</source>
        <translation>이 h는 너무 작아서 반올림 때문에 차이가 납니다. h = {0}일 때 가장 큰 차이는 {1}입니다.</translation>
    </message>
    <message>
        <source>at step {0}, epoch {1}</source>
        <translation>스텝 {0}, 에폭 {1}</translation>
    </message>
    <message>
        <source>backprop</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>backward differences</source>
        <translation>후진 차분</translation>
    </message>
    <message>
        <source>central differences</source>
        <translation>중앙 차분</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>five-point differences</source>
        <translation>5점 차분</translation>
    </message>
    <message>
        <source>forward differences</source>
        <translation>전진 차분</translation>
    </message>
    <message>
        <source>loss of all {0} training samples</source>
        <translation>훈련 표본 {0}개 전체의 손실</translation>
    </message>
    <message>
        <source>loss of one sample</source>
        <translation>표본 하나의 손실</translation>
    </message>
    <message>
        <source>loss of the {0} samples of this step</source>
        <translation>이 스텝의 표본 {0}개의 손실</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>수가 아님</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>확인 안 함</translation>
    </message>
    <message>
        <source>numeric</source>
        <translation>차분</translation>
    </message>
    <message>
        <source>relative {0}</source>
        <translation>상대 오차 {0}</translation>
    </message>
    <message>
        <source>the complex step</source>
        <translation>복소 스텝</translation>
    </message>
    <message>
        <source>{0} against h</source>
        <translation>h에 따른 {0}</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} ms</translation>
    </message>
    <message>
        <source>{0} of {1} weights are checked, drawn at random with seed {2}.</source>
        <translation>가중치 {1}개 가운데 무작위로 뽑은 {0}개를 확인했습니다(시드 {2}).</translation>
    </message>
    <message>
        <source>{0} per weight</source>
        <translation>가중치별 {0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}초</translation>
    </message>
    <message>
        <source>{0}, largest</source>
        <translation>{0}, 최대</translation>
    </message>
    <message>
        <source>{0}, median</source>
        <translation>{0}, 중앙값</translation>
    </message>
    <message>
        <source>{0}, {1} of the derivative there</source>
        <translation>{0}, 그곳 미분의 {1}배</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} weights, drawn at random, and the worst</source>
        <translation>{0}: 가중치 {2}개 중 무작위 {1}개와 최대 차이</translation>
    </message>
    <message>
        <source>|numeric − backprop|</source>
        <translation>|차분 − 역전파|</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Names that can be completed</source>
        <translation>완성할 수 있는 이름</translation>
    </message>
</context>
<context>
    <name>Computation</name>
    <message>
        <source>The computation failed: {0}</source>
        <translation>계산하지 못했습니다: {0}</translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>재생(&amp;P)</translation>
    </message>
</context>
<context>
    <name>ContourView</name>
    <message>
        <source>Arrow keys move the start, with Shift finely; plus and minus zoom, 0 shows the whole again.</source>
        <translation>화살표 키로 시작점을 옮기고, Shift를 함께 누르면 조금씩 옮깁니다. + 키와 − 키로 확대·축소하고, 0 키로 전체를 다시 봅니다.</translation>
    </message>
    <message>
        <source>Drag the start, or move it with the arrow keys while the map has the focus (Tab); with Shift finely.</source>
        <translation>시작점을 끌거나, 지도에 포커스를 두고(Tab) 화살표 키로 옮기세요. Shift를 함께 누르면 조금씩 옮깁니다.</translation>
    </message>
    <message>
        <source>Map of the function</source>
        <translation>함수의 지도</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>아직 표시할 것이 없습니다.</translation>
    </message>
    <message>
        <source>held: {0}</source>
        <translation>고정: {0}</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>{0} (log)</source>
        <translation>{0} (로그)</translation>
    </message>
    <message>
        <source>{0}, step {1}</source>
        <translation>{0}, 스텝 {1}</translation>
    </message>
</context>
<context>
    <name>CurveCard</name>
    <message>
        <source>A logarithmic axis shows every factor of ten alike</source>
        <translation>로그 축에서는 열 배마다 간격이 같음</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Axis of {0}</source>
        <translation>{0}의 축</translation>
    </message>
    <message>
        <source>Every epoch</source>
        <translation>에폭마다</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>스텝마다</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Points of {0}</source>
        <translation>{0}의 점</translation>
    </message>
    <message>
        <source>The loss of each step&apos;s batch, or of all samples after each epoch</source>
        <translation>스텝마다 그 배치의 손실, 또는 에폭이 끝날 때마다 모든 표본의 손실</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>퍼센트</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Accuracy against the step</source>
        <translation>스텝에 따른 정확도</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>기울기 노름</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>No finite values to draw</source>
        <translation>그릴 유한한 값 없음</translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation>아직 스텝 없음</translation>
    </message>
    <message>
        <source>Norm of the gradient against the step</source>
        <translation>스텝에 따른 기울기 노름</translation>
    </message>
    <message>
        <source>Value of f against the step</source>
        <translation>스텝에 따른 f의 값</translation>
    </message>
    <message>
        <source>Without classes there is no accuracy</source>
        <translation>클래스가 없어 정확도도 없음</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>evaluations of f</source>
        <translation>f 호출</translation>
    </message>
    <message>
        <source>evaluations of the loss</source>
        <translation>손실 함수 호출</translation>
    </message>
    <message>
        <source>evaluations of ∇f</source>
        <translation>∇f 호출</translation>
    </message>
    <message>
        <source>lr</source>
        <translation>lr</translation>
    </message>
    <message>
        <source>lr from step {0}</source>
        <translation>스텝 {0}부터 lr</translation>
    </message>
    <message>
        <source>passes forward and back</source>
        <translation>순전파·역전파</translation>
    </message>
    <message>
        <source>path length</source>
        <translation>경로 길이</translation>
    </message>
    <message>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>스텝 {0}</translation>
    </message>
    <message>
        <source>step {0}, epoch {1}</source>
        <translation>스텝 {0}, 에폭 {1}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>외 {0}개</translation>
    </message>
    <message>
        <source>{0}, step {1}</source>
        <translation>{0}, 스텝 {1}</translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>1 sample</source>
        <translation>표본 1개</translation>
    </message>
    <message>
        <source>Bring every input to mean 0 and deviation 1</source>
        <translation>모든 입력을 평균 0, 표준편차 1로 맞추기</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Learn from a file: a line of headings, numbers, and the class in the last column. It can be dropped here too.</source>
        <translation>파일의 데이터로 학습합니다. 첫 행은 머리글, 그다음 행은 수이고 마지막 열은 클래스입니다. 파일을 여기에 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation>CSV 열기</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>CSV 열기…</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>Tables ({0});;All files (*)</source>
        <translation>표 ({0});;모든 파일 (*)</translation>
    </message>
    <message>
        <source>a number each</source>
        <translation>정답은 수</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>클래스 {0}개</translation>
    </message>
    <message>
        <source>{0} samples</source>
        <translation>표본 {0}개</translation>
    </message>
    <message>
        <source>{0} train, {1} test</source>
        <translation>훈련 {0}개, 시험 {1}개</translation>
    </message>
</context>
<context>
    <name>DataError</name>
    <message>
        <source>A table needs at least two columns: an input, and the class last.</source>
        <translation>표에는 열이 두 개 이상 필요합니다. 앞은 입력, 마지막은 클래스입니다.</translation>
    </message>
    <message>
        <source>All samples are of the class {name}: there is nothing to tell apart.</source>
        <translation>모든 표본이 클래스 {name}에 속하여 구별할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Line {line} cannot be read: {text}.</source>
        <translation>{line}행을 읽을 수 없습니다: {text}.</translation>
    </message>
    <message>
        <source>Line {line} has no class in its last column.</source>
        <translation>{line}행의 마지막 열에 클래스가 없습니다.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {text} is not a finite number.</source>
        <translation>{line}행, {column} 열: {text}은(는) 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{text}” is not a number.</source>
        <translation>{line}행, {column} 열: “{text}”은(는) 수가 아닙니다.</translation>
    </message>
    <message>
        <source>The first line has numbers alone: it should name the columns.</source>
        <translation>첫 행에 수만 있습니다. 첫 행에는 열의 이름을 적어야 합니다.</translation>
    </message>
    <message>
        <source>The headings name {wanted} columns, line {line} has {found}.</source>
        <translation>머리글 행의 열은 {wanted}개인데 {line}행의 열은 {found}개입니다.</translation>
    </message>
    <message>
        <source>The table has more than {most} characters.</source>
        <translation>표가 {most}자를 넘습니다.</translation>
    </message>
    <message>
        <source>The table is empty: it needs a line of headings and lines of samples.</source>
        <translation>표가 비어 있습니다. 머리글 행과 표본 행이 필요합니다.</translation>
    </message>
    <message>
        <source>There are more than {most} samples.</source>
        <translation>표본이 {most}개를 넘습니다.</translation>
    </message>
    <message>
        <source>There are no samples below the headings.</source>
        <translation>머리글 아래에 표본이 없습니다.</translation>
    </message>
    <message>
        <source>There are {found} classes in the last column; there can be {most}.</source>
        <translation>마지막 열에 클래스가 {found}개 있습니다. {most}개까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>There are {found} columns; there can be {most}.</source>
        <translation>열이 {found}개 있습니다. {most}개까지 쓸 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>A desktop laboratory for gradient descent: type a function, set h, learning rate, steps and start, and watch it descend.</source>
        <translation>경사 하강법을 위한 데스크톱 실험실입니다. 함수를 입력하고 h, 학습률, 스텝 수, 시작점을 정한 다음 하강하는 모습을 지켜보세요.</translation>
    </message>
    <message>
        <source>About GradViz</source>
        <translation>GradViz 정보</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message>
        <source>Data: {0}; UCI Machine Learning Repository, {1}, in another file format</source>
        <translation>데이터: {0}; UCI Machine Learning Repository, {1}, 파일 형식은 바꿈</translation>
    </message>
    <message>
        <source>Fonts: Inter and JetBrains Mono, SIL Open Font License 1.1</source>
        <translation>글꼴: Inter와 JetBrains Mono, SIL Open Font License 1.1</translation>
    </message>
    <message>
        <source>Versions, screens, folders and the last lines of the log, for a report</source>
        <translation>문제를 알릴 때 쓸 버전, 화면, 폴더, 로그의 마지막 몇 줄</translation>
    </message>
</context>
<context>
    <name>DisplayForm</name>
    <message>
        <source>About how many contour levels: their numbers stay round</source>
        <translation>등고선 높이의 대략적인 수, 높이는 딱 떨어지는 값으로 맞춤</translation>
    </message>
    <message>
        <source>All arrows are of one length</source>
        <translation>모든 화살표의 길이가 같음</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>화살표</translation>
    </message>
    <message>
        <source>Arrows across</source>
        <translation>화살표 수</translation>
    </message>
    <message>
        <source>Arrows are as long as the gradient is large; the longest are cut</source>
        <translation>기울기가 클수록 긴 화살표, 너무 긴 것은 줄임</translation>
    </message>
    <message>
        <source>As colours</source>
        <translation>색과 같게</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Colour arrows by the size of the gradient</source>
        <translation>기울기의 크기에 따라 화살표에 색 입히기</translation>
    </message>
    <message>
        <source>Colour by size</source>
        <translation>크기별 색</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>컬러맵</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>색 눈금</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>등고선</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>십자선</translation>
    </message>
    <message>
        <source>Curves against</source>
        <translation>곡선 가로축</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Draw everything as at first</source>
        <translation>모든 것을 처음처럼 그리기</translation>
    </message>
    <message>
        <source>Draw lines through the pointer, with their values on the axes</source>
        <translation>포인터를 지나는 선을 긋고 축에 값 표시하기</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>같게</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>함수 호출</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>회색</translation>
    </message>
    <message>
        <source>How contour levels are spread; quantiles have equal areas between them</source>
        <translation>등고선 높이를 나누는 방식, 분위수로 나누면 등고선 사이의 넓이가 같음</translation>
    </message>
    <message>
        <source>How many arrows there are along each side of the map</source>
        <translation>지도의 한 변을 따라 놓이는 화살표의 수</translation>
    </message>
    <message>
        <source>How values become colours</source>
        <translation>값을 색으로 바꾸는 방식</translation>
    </message>
    <message>
        <source>Length of arrows</source>
        <translation>화살표 길이</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>높이 수</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>경로 길이</translation>
    </message>
    <message>
        <source>Pointer and curves</source>
        <translation>포인터와 곡선</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>분위수</translation>
    </message>
    <message>
        <source>Spacing of levels</source>
        <translation>높이 간격</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>The colours of the field, from low values to high ones</source>
        <translation>낮은 값에서 높은 값까지의 색</translation>
    </message>
    <message>
        <source>The length follows the logarithm of the gradient</source>
        <translation>기울기의 로그를 따르는 길이</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>True</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>What loss and gradient norm are drawn against</source>
        <translation>손실과 기울기 노름 그래프의 가로축</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>A crash would lose what is not saved: it cannot be kept ({0}).</source>
        <translation>프로그램이 비정상 종료되면 저장하지 않은 내용을 잃게 됩니다. 복구용으로 보관할 수 없습니다({0}).</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Keep This</source>
        <translation>이대로 두기</translation>
    </message>
    <message>
        <source>Open Again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Opening it again gives up what is not saved here.</source>
        <translation>다시 열면 여기에서 저장하지 않은 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Save Anyway</source>
        <translation>그래도 저장</translation>
    </message>
    <message>
        <source>Saving gives up what that program has written.</source>
        <translation>저장하면 그 프로그램이 쓴 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>“{0}” cannot be opened.</source>
        <translation>“{0}” 파일을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>“{0}” comes with a note: {1} shows it.</source>
        <translation>“{0}”에 메모가 있습니다. {1} 키로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>“{0}” is no longer where it was: save it to keep it.</source>
        <translation>“{0}” 파일이 있던 자리에 없습니다. 남겨 두려면 저장하세요.</translation>
    </message>
    <message>
        <source>“{0}” is open in another window too: who saves last, wins.</source>
        <translation>“{0}” 파일이 다른 창에도 열려 있습니다. 마지막에 저장한 내용만 남습니다.</translation>
    </message>
    <message>
        <source>“{0}” was changed by another program.</source>
        <translation>다른 프로그램에서 “{0}” 파일을 바꾸었습니다.</translation>
    </message>
</context>
<context>
    <name>EditWords</name>
    <message>
        <source>Add Run</source>
        <translation>실행 추가</translation>
    </message>
    <message>
        <source>Change Batch Size</source>
        <translation>배치 크기 변경</translation>
    </message>
    <message>
        <source>Change Clipping</source>
        <translation>클리핑 변경</translation>
    </message>
    <message>
        <source>Change Epochs</source>
        <translation>에폭 수 변경</translation>
    </message>
    <message>
        <source>Change Experiment</source>
        <translation>실험 변경</translation>
    </message>
    <message>
        <source>Change Hyperparameter</source>
        <translation>하이퍼파라미터 변경</translation>
    </message>
    <message>
        <source>Change Layers</source>
        <translation>계층 변경</translation>
    </message>
    <message>
        <source>Change Learning Rate</source>
        <translation>학습률 변경</translation>
    </message>
    <message>
        <source>Change Learning Rate on the Way</source>
        <translation>도중에 학습률 변경</translation>
    </message>
    <message>
        <source>Change Network</source>
        <translation>신경망 변경</translation>
    </message>
    <message>
        <source>Change Noise</source>
        <translation>잡음 변경</translation>
    </message>
    <message>
        <source>Change Noise of Samples</source>
        <translation>표본 잡음 변경</translation>
    </message>
    <message>
        <source>Change Number of Samples</source>
        <translation>표본 수 변경</translation>
    </message>
    <message>
        <source>Change Number of Variables</source>
        <translation>변수 개수 변경</translation>
    </message>
    <message>
        <source>Change Range of {0}</source>
        <translation>{0}의 범위 변경</translation>
    </message>
    <message>
        <source>Change Run</source>
        <translation>실행 변경</translation>
    </message>
    <message>
        <source>Change Runs</source>
        <translation>여러 실행 변경</translation>
    </message>
    <message>
        <source>Change Schedule</source>
        <translation>스케줄 변경</translation>
    </message>
    <message>
        <source>Change Seed</source>
        <translation>시드 변경</translation>
    </message>
    <message>
        <source>Change Steps</source>
        <translation>스텝 수 변경</translation>
    </message>
    <message>
        <source>Change Test Share</source>
        <translation>시험 비율 변경</translation>
    </message>
    <message>
        <source>Change Tolerance</source>
        <translation>허용 오차 변경</translation>
    </message>
    <message>
        <source>Change View Options</source>
        <translation>보기 옵션 변경</translation>
    </message>
    <message>
        <source>Change h</source>
        <translation>h 변경</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0} 변경</translation>
    </message>
    <message>
        <source>Choose Activation</source>
        <translation>활성화 함수 선택</translation>
    </message>
    <message>
        <source>Choose Coordinates</source>
        <translation>좌표 선택</translation>
    </message>
    <message>
        <source>Choose First Weights</source>
        <translation>초기 가중치 선택</translation>
    </message>
    <message>
        <source>Choose Function</source>
        <translation>함수 선택</translation>
    </message>
    <message>
        <source>Choose Gradient</source>
        <translation>기울기 방법 선택</translation>
    </message>
    <message>
        <source>Choose Loss</source>
        <translation>손실 선택</translation>
    </message>
    <message>
        <source>Choose Optimizer</source>
        <translation>옵티마이저 선택</translation>
    </message>
    <message>
        <source>Choose Problem</source>
        <translation>문제 선택</translation>
    </message>
    <message>
        <source>Choose Style</source>
        <translation>스타일 선택</translation>
    </message>
    <message>
        <source>Edit First Weights</source>
        <translation>초기 가중치 편집</translation>
    </message>
    <message>
        <source>Edit Formula</source>
        <translation>식 편집</translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation>메모 편집</translation>
    </message>
    <message>
        <source>Hide Run</source>
        <translation>실행 숨기기</translation>
    </message>
    <message>
        <source>Move Run</source>
        <translation>실행 이동</translation>
    </message>
    <message>
        <source>Move Start</source>
        <translation>시작점 이동</translation>
    </message>
    <message>
        <source>Move View</source>
        <translation>보이는 범위 이동</translation>
    </message>
    <message>
        <source>Open Data</source>
        <translation>데이터 열기</translation>
    </message>
    <message>
        <source>Open Lesson</source>
        <translation>강좌 열기</translation>
    </message>
    <message>
        <source>Remove Run</source>
        <translation>실행 삭제</translation>
    </message>
    <message>
        <source>Rename Run</source>
        <translation>실행 이름 변경</translation>
    </message>
    <message>
        <source>Show Me</source>
        <translation>보여 주기</translation>
    </message>
    <message>
        <source>Show Run</source>
        <translation>실행 보이기</translation>
    </message>
    <message>
        <source>Switch Biases</source>
        <translation>편향 사용 변경</translation>
    </message>
    <message>
        <source>Switch Standardising</source>
        <translation>표준화 변경</translation>
    </message>
    <message>
        <source>Turn to Function</source>
        <translation>함수로 전환</translation>
    </message>
    <message>
        <source>Turn to Network</source>
        <translation>신경망으로 전환</translation>
    </message>
</context>
<context>
    <name>ErrorCurveView</name>
    <message>
        <source>0, exact</source>
        <translation>0, 정확</translation>
    </message>
    <message>
        <source>A function whose error has what is missing here, in place of yours</source>
        <translation>지금 함수 대신, 여기에 없는 오차가 나타나는 함수</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>후진</translation>
    </message>
    <message>
        <source>Backward differences are exact on linear functions: there is no truncation error here, only rounding.</source>
        <translation>후진 차분은 일차함수에서 정확합니다. 여기에는 절단 오차가 없고 반올림 오차만 있습니다.</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>중앙</translation>
    </message>
    <message>
        <source>Central differences are exact on quadratics: there is no truncation error here, only rounding.</source>
        <translation>중앙 차분은 이차함수에서 정확합니다. 여기에는 절단 오차가 없고 반올림 오차만 있습니다.</translation>
    </message>
    <message>
        <source>Complex step</source>
        <translation>복소 스텝</translation>
    </message>
    <message>
        <source>Error of the gradient against h</source>
        <translation>h에 따른 기울기의 오차</translation>
    </message>
    <message>
        <source>Error of ∇f against h</source>
        <translation>h에 따른 ∇f의 오차</translation>
    </message>
    <message>
        <source>Error of ∇f against h: f = {0}</source>
        <translation>h에 따른 ∇f의 오차: f = {0}</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>정확</translation>
    </message>
    <message>
        <source>Five-point</source>
        <translation>5점</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>전진</translation>
    </message>
    <message>
        <source>Forward differences are exact on linear functions: there is no truncation error here, only rounding.</source>
        <translation>전진 차분은 일차함수에서 정확합니다. 여기에는 절단 오차가 없고 반올림 오차만 있습니다.</translation>
    </message>
    <message>
        <source>No gradient yet</source>
        <translation>아직 기울기 없음</translation>
    </message>
    <message>
        <source>No truncation error shows at this point, only rounding.</source>
        <translation>이 점에서는 절단 오차가 보이지 않고 반올림 오차만 보입니다.</translation>
    </message>
    <message>
        <source>The complex step is exact on quadratics and subtracts nothing: there is no error to see here.</source>
        <translation>복소 스텝은 이차함수에서 정확하고 뺄셈도 하지 않습니다. 여기에는 보일 오차가 없습니다.</translation>
    </message>
    <message>
        <source>The complex step subtracts nothing: there is no rounding error to grow.</source>
        <translation>복소 스텝은 뺄셈을 하지 않으므로 커질 반올림 오차가 없습니다.</translation>
    </message>
    <message>
        <source>The exact derivative is 0 here, so errors are absolute.</source>
        <translation>여기서는 정확한 미분이 0이므로 오차를 절대 오차로 나타냅니다.</translation>
    </message>
    <message>
        <source>The exact gradient has no h.</source>
        <translation>정확한 기울기에는 h가 없습니다.</translation>
    </message>
    <message>
        <source>The exact gradient has no h: it is what the schemes are measured against.</source>
        <translation>정확한 기울기에는 h가 없습니다. 여러 차분의 오차를 재는 기준이 됩니다.</translation>
    </message>
    <message>
        <source>The exact gradient is not finite at this point: there is nothing to measure against.</source>
        <translation>이 점에서는 정확한 기울기가 유한하지 않아 오차를 잴 기준이 없습니다.</translation>
    </message>
    <message>
        <source>The five-point stencil is exact on polynomials up to degree 4: there is no truncation error here, only rounding.</source>
        <translation>5점 스텐실은 4차 이하의 다항식에서 정확합니다. 여기에는 절단 오차가 없고 반올림 오차만 있습니다.</translation>
    </message>
    <message>
        <source>Try another function</source>
        <translation>다른 함수로 해 보기</translation>
    </message>
    <message>
        <source>Try instead: {0}</source>
        <translation>대신 해 보기: {0}</translation>
    </message>
    <message>
        <source>absolute error</source>
        <translation>절대 오차</translation>
    </message>
    <message>
        <source>any h up to {0}</source>
        <translation>{0} 이하의 모든 h</translation>
    </message>
    <message>
        <source>best h ≈ {0}</source>
        <translation>최적 h ≈ {0}</translation>
    </message>
    <message>
        <source>f has no finite value at this point, so there is no gradient.</source>
        <translation>이 점에서 f의 값이 유한하지 않으므로 기울기가 없습니다.</translation>
    </message>
    <message>
        <source>in float32</source>
        <translation>float32일 때</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>상대 오차</translation>
    </message>
    <message>
        <source>rounding ~ 1/h</source>
        <translation>반올림 ~ 1/h</translation>
    </message>
    <message>
        <source>truncation ~ {0}</source>
        <translation>절단 ~ {0}</translation>
    </message>
    <message>
        <source>{0} of ∂f/∂{1}</source>
        <translation>∂f/∂{1}의 {0}</translation>
    </message>
    <message>
        <source>{0} of ∇f</source>
        <translation>∇f의 {0}</translation>
    </message>
</context>
<context>
    <name>ErrorPanel</name>
    <message>
        <source>All of ∇f</source>
        <translation>∇f 전체</translation>
    </message>
    <message>
        <source>Derivative</source>
        <translation>미분</translation>
    </message>
    <message>
        <source>Draw the errors in float32 too, dotted</source>
        <translation>float32의 오차도 점선으로 그리기</translation>
    </message>
    <message>
        <source>Error of the gradient against h</source>
        <translation>h에 따른 기울기의 오차</translation>
    </message>
    <message>
        <source>Errors in single precision</source>
        <translation>단정밀도 오차</translation>
    </message>
    <message>
        <source>The partial derivative whose error is drawn, or that of the whole gradient</source>
        <translation>오차를 그릴 편미분, 또는 기울기 전체</translation>
    </message>
</context>
<context>
    <name>ErrorSection</name>
    <message>
        <source>Absolute error</source>
        <translation>절대 오차</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>상대 오차</translation>
    </message>
    <message>
        <source>Show the error against h, or fold it away</source>
        <translation>h에 따른 오차를 펼치거나 접기</translation>
    </message>
</context>
<context>
    <name>ExperimentError</name>
    <message>
        <source>Steps: {steps}, runs: {runs}, variables: {variables}. These are {count} numbers; an experiment can hold {most}.</source>
        <translation>스텝: {steps}, 실행: {runs}, 변수: {variables}. 모두 수 {count}개인데, 한 실험에는 {most}개까지 담을 수 있습니다.</translation>
    </message>
    <message>
        <source>Steps: {steps}, runs: {runs}, weights: {weights}. These are {count} numbers; an experiment can hold {most}.</source>
        <translation>스텝: {steps}, 실행: {runs}, 가중치: {weights}. 모두 수 {count}개인데, 한 실험에는 {most}개까지 담을 수 있습니다.</translation>
    </message>
    <message>
        <source>The function has 1 variable ({names}), but the start point has {found} numbers.</source>
        <translation>함수의 변수는 1개({names})인데 시작점의 수는 {found}개입니다.</translation>
    </message>
    <message>
        <source>The function has no parameter {name}: it has none.</source>
        <translation>함수에 {name} 매개변수가 없습니다. 매개변수가 하나도 없는 함수입니다.</translation>
    </message>
    <message>
        <source>The function has no parameter {name}: it has {known}.</source>
        <translation>함수에 {name} 매개변수가 없습니다. 있는 매개변수: {known}.</translation>
    </message>
    <message>
        <source>The function has {wanted} variables ({first} to {last}), but the start point has 1 number.</source>
        <translation>함수의 변수는 {wanted}개({first}부터 {last}까지)인데 시작점의 수는 1개입니다.</translation>
    </message>
    <message>
        <source>The function has {wanted} variables ({first} to {last}), but the start point has {found} numbers.</source>
        <translation>함수의 변수는 {wanted}개({first}부터 {last}까지)인데 시작점의 수는 {found}개입니다.</translation>
    </message>
    <message>
        <source>The function has {wanted} variables ({names}), but the start point has 1 number.</source>
        <translation>함수의 변수는 {wanted}개({names})인데 시작점의 수는 1개입니다.</translation>
    </message>
    <message>
        <source>The function has {wanted} variables ({names}), but the start point has {found} numbers.</source>
        <translation>함수의 변수는 {wanted}개({names})인데 시작점의 수는 {found}개입니다.</translation>
    </message>
    <message>
        <source>The learning rate is changed twice at step {name}.</source>
        <translation>스텝 {name}에서 학습률이 두 번 바뀝니다.</translation>
    </message>
    <message>
        <source>The parameter {name} is given twice.</source>
        <translation>매개변수 {name}의 값이 두 번 주어졌습니다.</translation>
    </message>
    <message>
        <source>The range of {name} must go from a lower to a higher number.</source>
        <translation>{name}의 범위는 작은 수에서 큰 수로 가야 합니다.</translation>
    </message>
    <message>
        <source>The two coordinates of the plane must differ.</source>
        <translation>평면의 두 좌표는 서로 달라야 합니다.</translation>
    </message>
    <message>
        <source>{field} can be at most {most} characters long, not {count}.</source>
        <translation>{field}의 길이는 {most}자까지인데 {count}자입니다.</translation>
    </message>
    <message>
        <source>{field} can hold at most {most}, not {count}.</source>
        <translation>{field}에는 {most}개까지 담을 수 있는데 {count}개입니다.</translation>
    </message>
    <message>
        <source>{field} must be a finite number.</source>
        <translation>{field}은(는) 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>{field} must be at least {low}, not {value}.</source>
        <translation>{field}은(는) {low} 이상이어야 하는데 {value}입니다.</translation>
    </message>
    <message>
        <source>{field} must be between {low} and {high}, not {value}.</source>
        <translation>{field}은(는) {low} 이상 {high} 이하여야 하는데 {value}입니다.</translation>
    </message>
    <message>
        <source>{field} must be {wanted}, not {found}.</source>
        <translation>{field}에 맞는 형식은 {wanted}인데 지금은 {found}입니다.</translation>
    </message>
    <message>
        <source>{field} needs at least {least}, not {count}.</source>
        <translation>{field}에는 {least}개 이상이 필요한데 {count}개입니다.</translation>
    </message>
    <message>
        <source>{name!r} is not a parameter&apos;s name.</source>
        <translation>{name!r}은(는) 매개변수 이름이 아닙니다.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>A picture of {0} by {1} pixels cannot be made.</source>
        <translation>{0} × {1}픽셀 크기의 그림은 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>A picture cannot be {0} by {1} {2} large.</source>
        <translation>그림의 크기를 {0} × {1} {2}(으)로 할 수 없습니다.</translation>
    </message>
    <message>
        <source>A picture&apos;s name has to end in .png, .svg or .pdf, not in {0}.</source>
        <translation>그림 파일의 이름은 {0} 대신 .png, .svg, .pdf 가운데 하나로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>Drawn with GradViz</source>
        <translation>GradViz로 그린 그림</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size.</source>
        <translation>이 크기의 그림을 만들기에는 메모리가 부족합니다.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>내보낸 파일: {0}</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>기울기 노름</translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>Landscape as a surface</source>
        <translation>손실 지형의 곡면</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>저장된 것이 없습니다.</translation>
    </message>
    <message>
        <source>The epochs of all runs</source>
        <translation>모든 실행의 에폭</translation>
    </message>
    <message>
        <source>The field: values of f where the map is</source>
        <translation>지도 범위의 f 값</translation>
    </message>
    <message>
        <source>The last step has to come after the first, and {0} frames are most.</source>
        <translation>마지막 스텝은 첫 스텝보다 뒤여야 하며, 프레임은 {0}개까지 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>The steps of {0}</source>
        <translation>{0}의 스텝</translation>
    </message>
    <message>
        <source>The trajectories of all runs</source>
        <translation>모든 실행의 궤적</translation>
    </message>
    <message>
        <source>The weights of {0} at chosen steps</source>
        <translation>고른 스텝에서 {0}의 가중치</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>Tick a picture.</source>
        <translation>그림을 하나 이상 선택하세요.</translation>
    </message>
    <message>
        <source>{0} frames of {1} by {2} pixels are too many; take fewer steps, or a smaller size.</source>
        <translation>{1} × {2}픽셀 프레임 {0}개는 너무 많습니다. 스텝이나 크기를 줄이세요.</translation>
    </message>
    <message>
        <source>{0} is not installed.</source>
        <translation>{0} 모듈이 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>아직 내보낼 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>1 frame</source>
        <translation>프레임 1개</translation>
    </message>
    <message>
        <source>A surface becomes an image in the file, axes and words do not.</source>
        <translation>파일에서 곡면은 이미지가 되지만 축과 글자는 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>인치당 도트 수</translation>
    </message>
    <message>
        <source>Pixels of the file for each pixel of its size</source>
        <translation>크기의 픽셀 하나에 해당하는 파일의 픽셀 수</translation>
    </message>
    <message>
        <source>Python that does the same and ends at the same numbers, with NumPy alone. Samples that are read from a file are written beside it.</source>
        <translation>NumPy만으로 똑같은 일을 하여 똑같은 수로 끝나는 Python 코드입니다. 파일에서 읽은 표본은 그 옆에 함께 저장됩니다.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>dots per inch, {0}</source>
        <translation>dpi, {0}</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>프레임 {0}개</translation>
    </message>
    <message>
        <source>{0} × {1} pixels</source>
        <translation>{0} × {1}픽셀</translation>
    </message>
</context>
<context>
    <name>ExportPicture</name>
    <message>
        <source>The picture could not be printed.</source>
        <translation>그림을 인쇄하지 못했습니다.</translation>
    </message>
    <message>
        <source>The picture is copied.</source>
        <translation>그림을 복사했습니다.</translation>
    </message>
    <message>
        <source>There is no picture in the middle.</source>
        <translation>가운데에 그림이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
</context>
<context>
    <name>ExportRows</name>
    <message>
        <source>Animation</source>
        <translation>애니메이션</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>창과 같게</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Every so many steps</source>
        <translation>스텝 간격</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>초당 프레임 수</translation>
    </message>
    <message>
        <source>From step</source>
        <translation>첫 스텝</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Nothing is painted under the pictures</source>
        <translation>그림 밑에 아무것도 칠하지 않음</translation>
    </message>
    <message>
        <source>One picture, or several in one figure</source>
        <translation>그림 하나, 또는 여러 그림을 한 파일에</translation>
    </message>
    <message>
        <source>PNG, GIF, WebP: pixels; SVG, PDF: lines and words; CSV, NPZ, JSON: numbers</source>
        <translation>PNG, GIF, WebP: 픽셀, SVG, PDF: 선과 글자, CSV, NPZ, JSON: 수</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>초당 프레임</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>스크립트</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>The experiment as a Python program</source>
        <translation>실험을 Python 프로그램으로</translation>
    </message>
    <message>
        <source>The numbers, with all their digits</source>
        <translation>모든 자릿수를 담은 수</translation>
    </message>
    <message>
        <source>The pictures of the figure; space ticks them</source>
        <translation>한 파일에 넣을 그림, Space 키로 선택</translation>
    </message>
    <message>
        <source>The run, step by step</source>
        <translation>한 스텝씩 움직이는 실행</translation>
    </message>
    <message>
        <source>The steps at which weights are written, such as 0, 10, 20</source>
        <translation>가중치를 저장할 스텝, 예: 0, 10, 20</translation>
    </message>
    <message>
        <source>The theme of the pictures</source>
        <translation>그림의 테마</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>To step</source>
        <translation>마지막 스텝</translation>
    </message>
    <message>
        <source>Transparent ground</source>
        <translation>투명한 바탕</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>What each picture shows, above it</source>
        <translation>그림마다 무엇을 나타내는지 위에 적기</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>저장할 것</translation>
    </message>
    <message>
        <source>What width and height are given in</source>
        <translation>너비와 높이의 단위</translation>
    </message>
    <message>
        <source>Which numbers</source>
        <translation>어떤 수를 저장할지</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>every</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Axis {0} of the plane</source>
        <translation>평면의 {0}번째 축</translation>
    </message>
    <message>
        <source>Change {0} of the learning rate</source>
        <translation>{0}번째 학습률 변경</translation>
    </message>
    <message>
        <source>Coordinate {0} of the start</source>
        <translation>시작점의 {0}번째 좌표</translation>
    </message>
    <message>
        <source>First weight {0}</source>
        <translation>{0}번째 초기 가중치</translation>
    </message>
    <message>
        <source>Parameter {0}</source>
        <translation>매개변수 {0}</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>실행 {0}</translation>
    </message>
    <message>
        <source>Size {0} of the layers</source>
        <translation>{0}번째 계층의 크기</translation>
    </message>
    <message>
        <source>Standardising</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>The activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>The batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>The clipping</source>
        <translation>클리핑</translation>
    </message>
    <message>
        <source>The first weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>The function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>The initialiser</source>
        <translation>초기화 방법</translation>
    </message>
    <message>
        <source>The layers</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>The list of changes of the learning rate</source>
        <translation>학습률 변경 목록</translation>
    </message>
    <message>
        <source>The list of parameters</source>
        <translation>매개변수 목록</translation>
    </message>
    <message>
        <source>The list of runs</source>
        <translation>실행 목록</translation>
    </message>
    <message>
        <source>The list of sliders</source>
        <translation>슬라이더 목록</translation>
    </message>
    <message>
        <source>The loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>The method</source>
        <translation>기울기 방법</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>The name of the table</source>
        <translation>표의 이름</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>The noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>The noise of the samples</source>
        <translation>표본의 잡음</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>The number of epochs</source>
        <translation>에폭 수</translation>
    </message>
    <message>
        <source>The number of samples</source>
        <translation>표본 수</translation>
    </message>
    <message>
        <source>The number of steps</source>
        <translation>스텝 수</translation>
    </message>
    <message>
        <source>The optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>The plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>The problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>The schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>The seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The selected run</source>
        <translation>선택한 실행</translation>
    </message>
    <message>
        <source>The share of test samples</source>
        <translation>시험 표본의 비율</translation>
    </message>
    <message>
        <source>The slider of {0}</source>
        <translation>{0}의 슬라이더</translation>
    </message>
    <message>
        <source>The start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>The step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>The step size h</source>
        <translation>간격 h</translation>
    </message>
    <message>
        <source>The style</source>
        <translation>스타일</translation>
    </message>
    <message>
        <source>The table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>The text of the table</source>
        <translation>표의 내용</translation>
    </message>
    <message>
        <source>The tolerance</source>
        <translation>허용 오차</translation>
    </message>
    <message>
        <source>The view</source>
        <translation>보이는 범위</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>표시 여부</translation>
    </message>
    <message>
        <source>What is typed</source>
        <translation>입력한 내용</translation>
    </message>
</context>
<context>
    <name>FileError</name>
    <message>
        <source>An experiment file can have {most} MB at most.</source>
        <translation>실험 파일의 크기는 {most} MB까지입니다.</translation>
    </message>
    <message>
        <source>The file cannot be read from {place} on: it is damaged there.</source>
        <translation>파일을 {place}부터 읽을 수 없습니다. 그곳이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The file holds more than any experiment does: over {most} values.</source>
        <translation>파일에 든 값이 {most}개를 넘습니다. 실험 하나에는 그렇게 많이 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>빈 파일입니다.</translation>
    </message>
    <message>
        <source>The file is nested too deeply ({place}).</source>
        <translation>파일이 너무 깊게 중첩되어 있습니다({place}).</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8 ({place}).</source>
        <translation>UTF-8 텍스트 파일이 아닙니다({place}).</translation>
    </message>
    <message>
        <source>The file is of an older format, {version}, and damaged.</source>
        <translation>예전 형식({version})의 파일이며 손상되었습니다.</translation>
    </message>
    <message>
        <source>The file was made by a newer GradViz (its format is {version}, this program reads up to {known}).</source>
        <translation>더 새로운 GradViz로 만든 파일입니다(파일 형식 {version}, 이 프로그램은 {known}까지 읽을 수 있음).</translation>
    </message>
    <message>
        <source>There is no file “{name}”.</source>
        <translation>“{name}” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>This is no experiment file of GradViz.</source>
        <translation>GradViz 실험 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}.</source>
        <translation>“{name}” 파일을 읽을 수 없습니다: {why}.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved: {why}.</source>
        <translation>“{name}” 파일을 저장하지 못했습니다: {why}.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a file.</source>
        <translation>“{name}”은(는) 파일이 아니라 폴더입니다.</translation>
    </message>
    <message>
        <source>“{name}” is larger than {most} MB: a table has to be smaller.</source>
        <translation>“{name}” 파일이 {most} MB보다 큽니다. 표는 이보다 작아야 합니다.</translation>
    </message>
    <message>
        <source>“{name}” is not text in UTF-8: save it as “CSV UTF-8” and open it again.</source>
        <translation>“{name}” 파일은 UTF-8 텍스트가 아닙니다. “CSV UTF-8” 형식으로 저장한 다음 다시 여세요.</translation>
    </message>
    <message>
        <source>“{place}” cannot be “{word}”.</source>
        <translation>“{place}” 값으로 “{word}”을(를) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>“{place}” holds half a character.</source>
        <translation>“{place}” 값에 반쪽짜리 문자가 있습니다.</translation>
    </message>
    <message>
        <source>“{place}” is given twice.</source>
        <translation>“{place}” 항목이 두 번 나옵니다.</translation>
    </message>
    <message>
        <source>“{place}” is missing.</source>
        <translation>“{place}” 항목이 없습니다.</translation>
    </message>
    <message>
        <source>“{place}” is not known.</source>
        <translation>알 수 없는 항목입니다: “{place}”.</translation>
    </message>
    <message>
        <source>“{place}” must be a finite number.</source>
        <translation>“{place}” 값은 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>“{place}” must be {limit}.</source>
        <translation>“{place}” 값의 허용 범위는 {limit}입니다.</translation>
    </message>
    <message>
        <source>“{place}” must be {wanted}, not {found}.</source>
        <translation>“{place}” 값의 맞는 형식은 {wanted}인데 지금은 {found}입니다.</translation>
    </message>
    <message>
        <source>“{place}” must have {wanted} entries, not {found}.</source>
        <translation>“{place}” 항목은 {wanted}개여야 하는데 {found}개입니다.</translation>
    </message>
    <message>
        <source>“{place}”: {text}</source>
        <translation>“{place}”: {text}</translation>
    </message>
</context>
<context>
    <name>FileQuestions</name>
    <message>
        <source>Bring Back</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Experiments (*{0})</source>
        <translation>실험 파일 (*{0})</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Open Experiment</source>
        <translation>실험 열기</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Save Experiment</source>
        <translation>실험 저장</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>“{0}”의 변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>There is a file “{0}” already.</source>
        <translation>“{0}” 파일이 이미 있습니다.</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>저장하지 않은 내용은 사라집니다.</translation>
    </message>
    <message>
        <source>What it holds is given up.</source>
        <translation>그 파일의 내용은 사라집니다.</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>실험</translation>
    </message>
</context>
<context>
    <name>FileSide</name>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 하기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>{0} 다시 하기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>되돌리기(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>{0} 되돌리기(&amp;U)</translation>
    </message>
</context>
<context>
    <name>FitError</name>
    <message>
        <source>A batch of {found} cannot be taken from {wanted} samples.</source>
        <translation>표본 {wanted}개에서 크기가 {found}인 배치를 뽑을 수 없습니다.</translation>
    </message>
    <message>
        <source>Cross entropy needs classes, and the data has numbers to meet: take the mean squared error.</source>
        <translation>교차 엔트로피에는 클래스가 필요한데 이 데이터의 정답은 수치입니다. 평균 제곱 오차를 쓰세요.</translation>
    </message>
    <message>
        <source>The network has {found} inputs, the data {wanted}{names}: the first size must be {wanted}.</source>
        <translation>신경망의 입력은 {found}개인데 데이터의 입력은 {wanted}개{names}입니다. 첫 번째 크기는 {wanted}이어야 합니다.</translation>
    </message>
    <message>
        <source>The network has {found} outputs, the data {wanted} classes{names}: the last size must be {wanted}.</source>
        <translation>신경망의 출력은 {found}개인데 데이터의 클래스는 {wanted}개{names}입니다. 마지막 크기는 {wanted}이어야 합니다.</translation>
    </message>
    <message>
        <source>The network has {found} outputs, the data {wanted} numbers to meet: the last size must be {wanted}.</source>
        <translation>신경망의 출력은 {found}개인데 데이터의 정답은 수치 {wanted}개입니다. 마지막 크기는 {wanted}이어야 합니다.</translation>
    </message>
    <message>
        <source>The network has {wanted} weights, not {found}.</source>
        <translation>신경망의 가중치는 {found}개가 아니라 {wanted}개입니다.</translation>
    </message>
</context>
<context>
    <name>FormulaDisplay</name>
    <message>
        <source>Copy LaTeX</source>
        <translation>LaTeX 복사</translation>
    </message>
    <message>
        <source>Copy the formula and its gradient as LaTeX</source>
        <translation>식과 기울기를 LaTeX로 복사하기</translation>
    </message>
    <message>
        <source>Formula and gradient</source>
        <translation>식과 기울기</translation>
    </message>
    <message>
        <source>and {0} more; they are copied too</source>
        <translation>외 {0}개, 복사에는 포함됨</translation>
    </message>
</context>
<context>
    <name>FormulaError</name>
    <message>
        <source>1 argument</source>
        <translation>인수 1개</translation>
    </message>
    <message>
        <source>2 arguments</source>
        <translation>인수 2개</translation>
    </message>
    <message>
        <source>3 arguments</source>
        <translation>인수 3개</translation>
    </message>
    <message>
        <source>A comprehension</source>
        <translation>컴프리헨션</translation>
    </message>
    <message>
        <source>A condition is true or false and cannot be used as a number.</source>
        <translation>조건은 참 또는 거짓이므로 수로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A condition such as `{name} &gt; 0` is needed here.</source>
        <translation>여기에는 `{name} &gt; 0` 같은 조건이 필요합니다.</translation>
    </message>
    <message>
        <source>A dictionary</source>
        <translation>딕셔너리</translation>
    </message>
    <message>
        <source>A function inside an expression</source>
        <translation>식 안의 함수</translation>
    </message>
    <message>
        <source>A number or a name is missing at `{text}`.</source>
        <translation>`{text}` 자리에 수나 이름이 빠져 있습니다.</translation>
    </message>
    <message>
        <source>A range of indices</source>
        <translation>인덱스 범위</translation>
    </message>
    <message>
        <source>A set</source>
        <translation>집합</translation>
    </message>
    <message>
        <source>A single `=` gives a value to a name; it does not compare.</source>
        <translation>`=` 하나는 이름에 값을 주는 것이며 비교하는 것이 아닙니다.</translation>
    </message>
    <message>
        <source>A star before a name</source>
        <translation>이름 앞의 별표</translation>
    </message>
    <message>
        <source>A star before an argument</source>
        <translation>인수 앞의 별표</translation>
    </message>
    <message>
        <source>An empty list</source>
        <translation>빈 리스트</translation>
    </message>
    <message>
        <source>An empty vector</source>
        <translation>빈 벡터</translation>
    </message>
    <message>
        <source>An index has to be a whole number, such as `x[0]`.</source>
        <translation>인덱스는 `x[0]`처럼 정수여야 합니다.</translation>
    </message>
    <message>
        <source>At most {limit} variables can be used, from x0 to x{last}.</source>
        <translation>변수는 x0부터 x{last}까지 {limit}개를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Commas make this a list; descending needs one number.</source>
        <translation>쉼표가 있어서 리스트가 되었습니다. 하강하려면 수가 하나여야 합니다.</translation>
    </message>
    <message>
        <source>Complex numbers are not used here.</source>
        <translation>여기서는 복소수를 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Only `numpy` and `math` can be imported.</source>
        <translation>`numpy` 모듈과 `math` 모듈만 import할 수 있습니다.</translation>
    </message>
    <message>
        <source>Text in quotes is not part of a formula.</source>
        <translation>따옴표로 묶은 텍스트는 식에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The character {character} has no place in a formula.</source>
        <translation>식에 쓸 수 없는 문자가 있습니다: {character}.</translation>
    </message>
    <message>
        <source>The formula cannot be read from here on.</source>
        <translation>여기서부터 식을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The formula contains no variable, so there is nothing to descend.</source>
        <translation>식에 변수가 없어서 하강할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The formula ends too early.</source>
        <translation>식이 중간에 끝났습니다.</translation>
    </message>
    <message>
        <source>The formula has {length} characters; at most {limit} are read.</source>
        <translation>식이 {length}자입니다. {limit}자까지 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The formula is nested too deeply.</source>
        <translation>식이 너무 깊게 중첩되어 있습니다.</translation>
    </message>
    <message>
        <source>The formula needs too many operations.</source>
        <translation>식에 필요한 연산이 너무 많습니다.</translation>
    </message>
    <message>
        <source>The indentation of this line does not match the lines around it.</source>
        <translation>이 줄의 들여쓰기가 앞뒤 줄과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The index {index} is out of range for {count} numbers.</source>
        <translation>인덱스 {index}은(는) 수 {count}개의 범위를 벗어납니다.</translation>
    </message>
    <message>
        <source>The left side of `=` has to be a plain name.</source>
        <translation>`=` 왼쪽에는 이름만 올 수 있습니다.</translation>
    </message>
    <message>
        <source>The number `{text}` is too large.</source>
        <translation>수 `{text}`은(는) 너무 큽니다.</translation>
    </message>
    <message>
        <source>The operator `{operator}` is not used in formulas.</source>
        <translation>식에는 `{operator}` 연산자를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The parameter `{name}` gets a value twice.</source>
        <translation>매개변수 `{name}`에 값을 두 번 주었습니다.</translation>
    </message>
    <message>
        <source>There are values, but no formula that uses them.</source>
        <translation>값은 있지만 그 값을 쓰는 식이 없습니다.</translation>
    </message>
    <message>
        <source>There is more than one formula.</source>
        <translation>식이 두 개 이상입니다.</translation>
    </message>
    <message>
        <source>There is more than one function definition.</source>
        <translation>함수 정의가 두 개 이상입니다.</translation>
    </message>
    <message>
        <source>There is no formula yet.</source>
        <translation>아직 식이 없습니다.</translation>
    </message>
    <message>
        <source>There is no function named `{name}`.</source>
        <translation>이름이 `{name}`인 함수는 없습니다.</translation>
    </message>
    <message>
        <source>There is no operator inside `{text}`.</source>
        <translation>`{text}` 안에 연산자가 없습니다.</translation>
    </message>
    <message>
        <source>This</source>
        <translation>이 부분</translation>
    </message>
    <message>
        <source>This `{bracket}` closes nothing.</source>
        <translation>이 `{bracket}` 괄호와 짝이 되는 여는 괄호가 없습니다.</translation>
    </message>
    <message>
        <source>This `{bracket}` is never closed.</source>
        <translation>이 `{bracket}` 괄호가 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>This is a vector of {count} numbers, where one number is needed.</source>
        <translation>수 {count}개로 된 벡터입니다. 여기에는 수 하나가 필요합니다.</translation>
    </message>
    <message>
        <source>Vectors of {first} and {second} numbers do not go together.</source>
        <translation>길이가 {first}인 벡터와 {second}인 벡터는 함께 계산할 수 없습니다.</translation>
    </message>
    <message>
        <source>`.{name}` is not known here.</source>
        <translation>여기서는 `.{name}` 표기를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>`:=`</source>
        <translation>`:=`</translation>
    </message>
    <message>
        <source>`^` does not mean a power here.</source>
        <translation>여기서 `^` 기호는 거듭제곱이 아닙니다.</translation>
    </message>
    <message>
        <source>`await`</source>
        <translation>`await`</translation>
    </message>
    <message>
        <source>`yield`</source>
        <translation>`yield`</translation>
    </message>
    <message>
        <source>`{first}` and `{second}` are different ways to name the variables.</source>
        <translation>변수 이름을 붙이는 방식이 섞여 있습니다: `{first}`, `{second}`.</translation>
    </message>
    <message>
        <source>`{name}` does not give a value in every case.</source>
        <translation>`{name}`에서 값이 나오지 않는 경우가 있습니다.</translation>
    </message>
    <message>
        <source>`{name}` does not take the option `{keyword}`.</source>
        <translation>`{name}`에는 `{keyword}` 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>`{name}` is a function and needs its arguments in brackets.</source>
        <translation>함수 `{name}`에는 괄호로 묶은 인수가 필요합니다.</translation>
    </message>
    <message>
        <source>`{name}` is a variable; it cannot be set to a number here.</source>
        <translation>변수 `{name}`에는 여기서 값을 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>`{name}` is not a function, so it cannot be followed by `(`.</source>
        <translation>`{name}`은(는) 함수가 아니므로 뒤에 `(` 괄호를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>`{name}` is not known.</source>
        <translation>알 수 없는 이름입니다: `{name}`.</translation>
    </message>
    <message>
        <source>`{name}` is used before it gets its value.</source>
        <translation>`{name}`에 값을 주기 전에 먼저 썼습니다.</translation>
    </message>
    <message>
        <source>`{name}` needs a vector, such as `x` or `[x0, x1]`.</source>
        <translation>`{name}`에는 `x`나 `[x0, x1]` 같은 벡터가 필요합니다.</translation>
    </message>
    <message>
        <source>`{name}` takes {expected}, not {given}.</source>
        <translation>`{name}`에 필요한 것은 {expected}인데 {given}개가 주어졌습니다.</translation>
    </message>
    <message>
        <source>`{text}` is not a number.</source>
        <translation>`{text}`은(는) 수가 아닙니다.</translation>
    </message>
    <message>
        <source>`{word}` is not used in formulas.</source>
        <translation>식에는 `{word}` 문을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>at least 1 argument</source>
        <translation>인수 1개 이상</translation>
    </message>
    <message>
        <source>{what} cannot be used in a formula.</source>
        <translation>식에는 {what}을(를) 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>FormulaHint</name>
    <message>
        <source>A parameter gets its value on a line of its own: `{name} = 1.0`.</source>
        <translation>매개변수의 값은 따로 한 줄에 적습니다: `{name} = 1.0`.</translation>
    </message>
    <message>
        <source>A power is written `**`, without a space.</source>
        <translation>거듭제곱은 빈칸 없이 `**`로 적습니다.</translation>
    </message>
    <message>
        <source>Add `else` and the value it has otherwise.</source>
        <translation>`else`와 그 밖의 경우의 값을 넣으세요.</translation>
    </message>
    <message>
        <source>Add a line such as `x0**2 + x1**2`.</source>
        <translation>`x0**2 + x1**2` 같은 줄을 넣으세요.</translation>
    </message>
    <message>
        <source>Add the missing `{closing}`.</source>
        <translation>빠진 `{closing}` 괄호를 넣으세요.</translation>
    </message>
    <message>
        <source>Begin its last line with `return`.</source>
        <translation>마지막 줄을 `return`으로 시작하세요.</translation>
    </message>
    <message>
        <source>Between conditions write `{word}`.</source>
        <translation>조건 사이에는 이렇게 적으세요: `{word}`.</translation>
    </message>
    <message>
        <source>Descending needs one number: use `sum(...)` or components such as `x[0]`.</source>
        <translation>하강하려면 수가 하나여야 합니다. `sum(...)`이나 `x[0]` 같은 성분을 쓰세요.</translation>
    </message>
    <message>
        <source>Did you mean `{meant}`?</source>
        <translation>혹시 `{meant}`인가요?</translation>
    </message>
    <message>
        <source>Every branch needs a value, the case `else` too.</source>
        <translation>`else`를 포함한 모든 분기에 값이 필요합니다.</translation>
    </message>
    <message>
        <source>Factorials are not available.</source>
        <translation>계승(팩토리얼)은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Infinity cannot be used as a number.</source>
        <translation>무한대는 수로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Keep the function alone.</source>
        <translation>함수만 남기세요.</translation>
    </message>
    <message>
        <source>Keep the one that is to be descended.</source>
        <translation>하강할 것 하나만 남기세요.</translation>
    </message>
    <message>
        <source>Leave `print` out: type only what is to be descended.</source>
        <translation>`print`는 빼고 하강할 것만 입력하세요.</translation>
    </message>
    <message>
        <source>Name them all x0, x1, ... or all x, y, z.</source>
        <translation>모두 x0, x1, ...으로 하거나 모두 x, y, z로 하세요.</translation>
    </message>
    <message>
        <source>Not equal is written `!=`.</source>
        <translation>같지 않음은 `!=`로 적습니다.</translation>
    </message>
    <message>
        <source>Powers are written `**`, as in `x0**2`.</source>
        <translation>거듭제곱은 `x0**2`처럼 `**`로 적습니다.</translation>
    </message>
    <message>
        <source>Products are written `prod(x)`.</source>
        <translation>곱은 `prod(x)`로 적습니다.</translation>
    </message>
    <message>
        <source>Put a formula of several lines into brackets.</source>
        <translation>여러 줄로 된 식은 괄호로 묶으세요.</translation>
    </message>
    <message>
        <source>Something is missing after `{text}`.</source>
        <translation>`{text}` 뒤에 빠진 것이 있습니다.</translation>
    </message>
    <message>
        <source>Sums are written `sum(x**2)`.</source>
        <translation>합은 `sum(x**2)`로 적습니다.</translation>
    </message>
    <message>
        <source>The absolute value is written `abs(x0)`.</source>
        <translation>절댓값은 `abs(x0)`으로 적습니다.</translation>
    </message>
    <message>
        <source>The decimal mark is the point, as in `0.5`.</source>
        <translation>소수점은 `0.5`처럼 점으로 적습니다.</translation>
    </message>
    <message>
        <source>The gradient is found for you.</source>
        <translation>기울기는 자동으로 구합니다.</translation>
    </message>
    <message>
        <source>The rest of a division is `u - v*floor(u / v)`.</source>
        <translation>나눗셈의 나머지는 `u - v*floor(u / v)`로 적습니다.</translation>
    </message>
    <message>
        <source>The start point is set outside the formula; parameters have other names.</source>
        <translation>시작점은 식 밖에서 정합니다. 매개변수에는 다른 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>This line has to end with `:`.</source>
        <translation>이 줄은 `:` 기호로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>Try `x0**2 + x1**2`.</source>
        <translation>`x0**2 + x1**2`를 입력해 보세요.</translation>
    </message>
    <message>
        <source>Type the formula alone, or `def f(x):` with `return` on the next line.</source>
        <translation>식만 입력하거나, `def f(x):` 다음 줄에 `return`을 적으세요.</translation>
    </message>
    <message>
        <source>Type the formula without dollar signs.</source>
        <translation>식을 달러 기호 없이 입력하세요.</translation>
    </message>
    <message>
        <source>Type the function only; its derivatives are found for you.</source>
        <translation>함수만 입력하세요. 미분은 자동으로 구합니다.</translation>
    </message>
    <message>
        <source>Type the function only; its gradient is found for you.</source>
        <translation>함수만 입력하세요. 기울기는 자동으로 구합니다.</translation>
    </message>
    <message>
        <source>Use `log(x + sqrt(x**2 + 1))`.</source>
        <translation>대신 `log(x + sqrt(x**2 + 1))`을 쓰세요.</translation>
    </message>
    <message>
        <source>Use it in `where(condition, 1, 0)`.</source>
        <translation>`where(condition, 1, 0)` 안에 넣어 쓰세요.</translation>
    </message>
    <message>
        <source>Use it in `where({text}, 1, 0)`.</source>
        <translation>`where({text}, 1, 0)` 안에 넣어 쓰세요.</translation>
    </message>
    <message>
        <source>Use its components, such as `x[0]`, or `sum(...)`.</source>
        <translation>`x[0]` 같은 성분이나 `sum(...)`을 쓰세요.</translation>
    </message>
    <message>
        <source>Use x0, x1, ... or x, y, z.</source>
        <translation>x0, x1, ... 또는 x, y, z를 쓰세요.</translation>
    </message>
    <message>
        <source>What is needed is there without any import.</source>
        <translation>필요한 것은 import 없이 모두 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Write `!=` to compare.</source>
        <translation>비교할 때는 `!=`로 적으세요.</translation>
    </message>
    <message>
        <source>Write `*` between what is to be multiplied.</source>
        <translation>곱할 것 사이에 `*`를 적으세요.</translation>
    </message>
    <message>
        <source>Write `&lt;=`.</source>
        <translation>이렇게 적으세요: `&lt;=`.</translation>
    </message>
    <message>
        <source>Write `==` to compare.</source>
        <translation>비교할 때는 `==`로 적으세요.</translation>
    </message>
    <message>
        <source>Write `==`.</source>
        <translation>이렇게 적으세요: `==`.</translation>
    </message>
    <message>
        <source>Write `=` or `==`.</source>
        <translation>이렇게 적으세요: `=` 또는 `==`.</translation>
    </message>
    <message>
        <source>Write `&gt;=`.</source>
        <translation>이렇게 적으세요: `&gt;=`.</translation>
    </message>
    <message>
        <source>Write `atan2(y, x)`.</source>
        <translation>이렇게 적으세요: `atan2(y, x)`.</translation>
    </message>
    <message>
        <source>Write `clip(x, low, high)`.</source>
        <translation>이렇게 적으세요: `clip(x, low, high)`.</translation>
    </message>
    <message>
        <source>Write `floor(u / v)`.</source>
        <translation>이렇게 적으세요: `floor(u / v)`.</translation>
    </message>
    <message>
        <source>Write `sum(x**2)` to sum over a vector.</source>
        <translation>벡터의 합은 `sum(x**2)`로 적으세요.</translation>
    </message>
    <message>
        <source>Write `where(condition, value, other)`.</source>
        <translation>이렇게 적으세요: `where(condition, value, other)`.</translation>
    </message>
    <message>
        <source>Write `{digits}`.</source>
        <translation>이렇게 적으세요: `{digits}`.</translation>
    </message>
    <message>
        <source>Write `{left}*{right}`.</source>
        <translation>이렇게 적으세요: `{left}*{right}`.</translation>
    </message>
    <message>
        <source>Write `{name}(...)`.</source>
        <translation>이렇게 적으세요: `{name}(...)`.</translation>
    </message>
    <message>
        <source>Write `{name}({argument})`.</source>
        <translation>이렇게 적으세요: `{name}({argument})`.</translation>
    </message>
    <message>
        <source>Write `{name}*(...)` to multiply.</source>
        <translation>곱하려면 이렇게 적으세요: `{name}*(...)`.</translation>
    </message>
</context>
<context>
    <name>FunctionCard</name>
    <message>
        <source>1 variable</source>
        <translation>변수 1개</translation>
    </message>
    <message>
        <source>A function of x0, x1, … or x, y; Ctrl+Space lists names</source>
        <translation>x0, x1, … 또는 x, y의 함수, Ctrl+Space를 누르면 이름 목록이 열림</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>식</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>x0**2 + x1**2</source>
        <translation>x0**2 + x1**2</translation>
    </message>
    <message>
        <source>{0} variables</source>
        <translation>변수 {0}개</translation>
    </message>
</context>
<context>
    <name>Functions</name>
    <message>
        <source>-1, 0 or 1</source>
        <translation>-1, 0 또는 1</translation>
    </message>
    <message>
        <source>1/(1 + exp(-x))</source>
        <translation>1/(1 + exp(-x))</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>절댓값</translation>
    </message>
    <message>
        <source>angle of the point (x, y), written atan2(y, x)</source>
        <translation>점 (x, y)의 각, atan2(y, x)로 씀</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>cube root, of negative numbers too</source>
        <translation>세제곱근, 음수도 가능</translation>
    </message>
    <message>
        <source>exp(x) - 1, precise near 0</source>
        <translation>exp(x) - 1, 0 근처에서 정밀</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>지수 함수</translation>
    </message>
    <message>
        <source>hyperbolic cosine</source>
        <translation>쌍곡코사인</translation>
    </message>
    <message>
        <source>hyperbolic sine</source>
        <translation>쌍곡사인</translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation>쌍곡탄젠트</translation>
    </message>
    <message>
        <source>inverse cosine, for -1 to 1</source>
        <translation>역코사인, -1에서 1까지</translation>
    </message>
    <message>
        <source>inverse sine, for -1 to 1</source>
        <translation>역사인, -1에서 1까지</translation>
    </message>
    <message>
        <source>inverse tangent</source>
        <translation>역탄젠트</translation>
    </message>
    <message>
        <source>largest of several</source>
        <translation>여럿 중 가장 큰 값</translation>
    </message>
    <message>
        <source>largest whole number not above</source>
        <translation>그 수 이하인 가장 큰 정수</translation>
    </message>
    <message>
        <source>length of a vector</source>
        <translation>벡터의 길이</translation>
    </message>
    <message>
        <source>log(1 + exp(x))</source>
        <translation>log(1 + exp(x))</translation>
    </message>
    <message>
        <source>log(1 + x), precise near 0</source>
        <translation>log(1 + x), 0 근처에서 정밀</translation>
    </message>
    <message>
        <source>logarithm to base 10</source>
        <translation>밑이 10인 로그</translation>
    </message>
    <message>
        <source>logarithm to base 2</source>
        <translation>밑이 2인 로그</translation>
    </message>
    <message>
        <source>maximum(0, x)</source>
        <translation>maximum(0, x)</translation>
    </message>
    <message>
        <source>mean of a vector</source>
        <translation>벡터 성분의 평균</translation>
    </message>
    <message>
        <source>natural logarithm, for positive numbers</source>
        <translation>자연로그, 양수만</translation>
    </message>
    <message>
        <source>one value where a condition holds, else another</source>
        <translation>조건이 참이면 한 값, 거짓이면 다른 값</translation>
    </message>
    <message>
        <source>product of a vector</source>
        <translation>벡터 성분의 곱</translation>
    </message>
    <message>
        <source>scalar product of two vectors</source>
        <translation>두 벡터의 내적</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>사인</translation>
    </message>
    <message>
        <source>smallest of several</source>
        <translation>여럿 중 가장 작은 값</translation>
    </message>
    <message>
        <source>smallest whole number not below</source>
        <translation>그 수 이상인 가장 작은 정수</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>제곱근</translation>
    </message>
    <message>
        <source>sum of a vector</source>
        <translation>벡터 성분의 합</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>탄젠트</translation>
    </message>
    <message>
        <source>the larger of two</source>
        <translation>둘 중 큰 값</translation>
    </message>
    <message>
        <source>the smaller of two</source>
        <translation>둘 중 작은 값</translation>
    </message>
    <message>
        <source>x kept between low and high, written clip(x, low, high)</source>
        <translation>x를 low와 high 사이로 제한, clip(x, low, high)로 씀</translation>
    </message>
</context>
<context>
    <name>GradientCard</name>
    <message>
        <source>Backpropagation</source>
        <translation>오차역전파법</translation>
    </message>
    <message>
        <source>By the chain rule, layer by layer from the loss back: exact</source>
        <translation>연쇄 법칙으로 손실에서부터 계층을 하나씩 거슬러 계산: 정확함</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>How far apart the differences take the values of f</source>
        <translation>차분에서 f의 값을 얻는 두 점 사이의 간격</translation>
    </message>
    <message>
        <source>How far apart the differences take the values of the loss; backpropagation is checked with it</source>
        <translation>차분에서 손실의 값을 얻는 두 점 사이의 간격. 역전파를 확인할 때도 이 값을 씁니다</translation>
    </message>
    <message>
        <source>How the gradient is computed</source>
        <translation>기울기를 계산하는 방법</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Step h</source>
        <translation>간격 h</translation>
    </message>
</context>
<context>
    <name>Hyperparameter</name>
    <message>
        <source>After 1/rate steps half of the learning rate is left.</source>
        <translation>1/감소율만큼의 스텝 뒤에 학습률이 절반이 됩니다.</translation>
    </message>
    <message>
        <source>After so many steps the learning rate drops.</source>
        <translation>이 스텝 수마다 학습률이 떨어집니다.</translation>
    </message>
    <message>
        <source>By what the learning rate is multiplied at every step.</source>
        <translation>스텝마다 학습률에 곱하는 값입니다.</translation>
    </message>
    <message>
        <source>By what the learning rate is multiplied each time.</source>
        <translation>떨어질 때마다 학습률에 곱하는 값입니다.</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>감쇠율</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>주기</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>How far one step goes for a given gradient.</source>
        <translation>주어진 기울기에서 한 스텝에 얼마나 나아가는지를 정합니다.</translation>
    </message>
    <message>
        <source>In so many steps the learning rate rises first; 0 for none.</source>
        <translation>처음에 학습률을 높여 가는 스텝 수입니다. 0이면 워밍업을 하지 않습니다.</translation>
    </message>
    <message>
        <source>In so many steps the learning rate rises.</source>
        <translation>학습률을 높여 가는 스텝 수입니다.</translation>
    </message>
    <message>
        <source>In so many steps, warm-up included, the learning rate reaches its floor.</source>
        <translation>학습률이 하한에 이를 때까지의 스텝 수입니다. 워밍업도 포함합니다.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한계</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>스텝 수</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>감소율</translation>
    </message>
    <message>
        <source>The largest gradient that the optimizer is given.</source>
        <translation>옵티마이저가 받는 기울기의 최댓값입니다.</translation>
    </message>
    <message>
        <source>The share of its velocity that the point keeps at each step.</source>
        <translation>점이 스텝마다 유지하는 속도의 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the learning rate that remains.</source>
        <translation>끝까지 남는 학습률의 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the mean gradient kept at each step.</source>
        <translation>스텝마다 유지하는 기울기 평균의 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the mean squared gradient kept at each step.</source>
        <translation>스텝마다 유지하는 기울기 제곱 평균의 비율입니다.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>beta1</source>
        <translation>beta1</translation>
    </message>
    <message>
        <source>beta2</source>
        <translation>beta2</translation>
    </message>
</context>
<context>
    <name>Landmarks</name>
    <message>
        <source>condition</source>
        <translation>조건수</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>평탄점</translation>
    </message>
    <message>
        <source>ghost of h = {0}</source>
        <translation>h = {0}의 잔상</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>극대점</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>극소점</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>안장점</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>Landscape</name>
    <message>
        <source>At step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Explained variance</source>
        <translation>설명된 분산</translation>
    </message>
    <message>
        <source>Loss along random directions: {0}</source>
        <translation>무작위 방향에 따른 손실: {0}</translation>
    </message>
    <message>
        <source>Loss along the run&apos;s main directions: {0}</source>
        <translation>실행의 주요 방향에 따른 손실: {0}</translation>
    </message>
    <message>
        <source>Loss of</source>
        <translation>손실 대상</translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation>무작위 방향</translation>
    </message>
    <message>
        <source>The loss landscape is computed once the training has ended.</source>
        <translation>손실 지형은 학습이 끝나면 계산합니다.</translation>
    </message>
    <message>
        <source>all {1} training samples</source>
        <translation>훈련 표본 {1}개 전체</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>direction {0}</source>
        <translation>방향 {0}</translation>
    </message>
    <message>
        <source>filter-normalised, seed {0}</source>
        <translation>필터 정규화, 시드 {0}</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>loss of the batch</source>
        <translation>배치 손실</translation>
    </message>
    <message>
        <source>off the plane</source>
        <translation>평면과의 거리</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>투영값</translation>
    </message>
    <message>
        <source>the one training sample</source>
        <translation>훈련 표본 하나</translation>
    </message>
    <message>
        <source>true loss</source>
        <translation>실제 손실</translation>
    </message>
    <message>
        <source>{0} of {1} training samples</source>
        <translation>훈련 표본 {1}개 중 {0}개</translation>
    </message>
    <message>
        <source>{0}, epoch {1}</source>
        <translation>{0}, 에폭 {1}</translation>
    </message>
</context>
<context>
    <name>LandscapeChoices</name>
    <message>
        <source>Contour</source>
        <translation>등고선</translation>
    </message>
    <message>
        <source>Directions of the plane</source>
        <translation>평면의 방향</translation>
    </message>
    <message>
        <source>Main directions</source>
        <translation>주요 방향</translation>
    </message>
    <message>
        <source>Picture of the landscape</source>
        <translation>지형 그림</translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation>무작위 방향</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Seed of the random directions</source>
        <translation>무작위 방향의 시드</translation>
    </message>
    <message>
        <source>Show the part of the plane with the whole run (0, R)</source>
        <translation>실행 전체가 들어오는 평면의 범위 보기 (0, R)</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>The loss over the plane as a map</source>
        <translation>평면 위의 손실을 지도로 보기</translation>
    </message>
    <message>
        <source>The loss over the plane as a surface</source>
        <translation>평면 위의 손실을 곡면으로 보기</translation>
    </message>
    <message>
        <source>The seed: other numbers draw other random directions</source>
        <translation>시드: 수를 바꾸면 다른 무작위 방향을 뽑음</translation>
    </message>
    <message>
        <source>The two directions in which the run&apos;s weights spread most</source>
        <translation>실행의 가중치가 가장 넓게 퍼지는 두 방향</translation>
    </message>
    <message>
        <source>Two random directions, each neuron&apos;s part as long as its own weights</source>
        <translation>뉴런마다 가중치와 길이를 맞춘 두 무작위 방향</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>실행 전체</translation>
    </message>
</context>
<context>
    <name>LandscapePanel</name>
    <message>
        <source>Loss landscape</source>
        <translation>손실 지형</translation>
    </message>
    <message>
        <source>Map of the loss landscape</source>
        <translation>손실 지형의 지도</translation>
    </message>
    <message>
        <source>Plus and minus zoom, dragging moves the map, 0 shows the whole run again.</source>
        <translation>+와 -로 확대·축소하고, 끌어서 지도를 옮기며, 0을 누르면 다시 실행 전체를 봅니다.</translation>
    </message>
    <message>
        <source>Surface of the loss landscape</source>
        <translation>손실 지형의 곡면</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>As the system</source>
        <translation>시스템 언어</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>A ReLU that is 0 lets no gradient back: for these samples it learns nothing.</source>
        <translation>0인 ReLU는 기울기를 뒤로 보내지 않으므로, 이 표본들에서는 아무것도 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화 값</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>히스토그램</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Layer {0}: {1}.</source>
        <translation>계층 {0}: {1}.</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>행렬</translation>
    </message>
    <message>
        <source>Rows are the first {0} of the {1} samples of this step; columns are units.</source>
        <translation>행은 이 스텝의 표본 {1}개 가운데 처음 {0}개이고, 열은 뉴런입니다.</translation>
    </message>
    <message>
        <source>Rows are the {0} samples of this step; columns are units.</source>
        <translation>행은 이 스텝의 표본 {0}개이고, 열은 뉴런입니다.</translation>
    </message>
    <message>
        <source>Saturated: the slope is below 5 % of its largest, so that little gradient returns.</source>
        <translation>포화: 활성화 함수의 미분이 최댓값의 5 %보다 작아서 기울기가 거의 돌아오지 않습니다.</translation>
    </message>
    <message>
        <source>The first {0} of the {1} units.</source>
        <translation>뉴런 {1}개 가운데 처음 {0}개입니다.</translation>
    </message>
    <message>
        <source>The inputs of this network are no square picture, so its first weights are none either. Look at them as a matrix.</source>
        <translation>이 신경망의 입력은 정사각형 그림이 아니므로 첫 계층의 가중치도 그림이 되지 않습니다. 행렬로 보세요.</translation>
    </message>
    <message>
        <source>The layers are shown once there is a training.</source>
        <translation>학습을 하면 계층이 표시됩니다.</translation>
    </message>
    <message>
        <source>The sample of this step is the row; units are columns.</source>
        <translation>행은 이 스텝의 표본이고, 열은 뉴런입니다.</translation>
    </message>
    <message>
        <source>Units saturated for every sample, layer by layer: {0}.</source>
        <translation>모든 표본에서 포화된 뉴런, 계층별: {0}.</translation>
    </message>
    <message>
        <source>Units that are 0 for every sample, layer by layer: {0}.</source>
        <translation>모든 표본에서 0인 뉴런, 계층별: {0}.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Weights and gradients</source>
        <translation>가중치와 기울기</translation>
    </message>
    <message>
        <source>W{0}: {1} by {2}, mean {3}, deviation {4}.</source>
        <translation>W{0}: {1} × {2}, 평균 {3}, 표준편차 {4}.</translation>
    </message>
    <message>
        <source>at step {0}, epoch {1}</source>
        <translation>스텝 {0}, 에폭 {1}</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>count</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>from</source>
        <translation>출발</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>in units of {0}</source>
        <translation>단위 {0}</translation>
    </message>
    <message>
        <source>last step</source>
        <translation>직전 스텝</translation>
    </message>
    <message>
        <source>layer {0}, unit {1}</source>
        <translation>계층 {0}, 뉴런 {1}</translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation>손실 {0}</translation>
    </message>
    <message>
        <source>mean {0}, deviation {1}</source>
        <translation>평균 {0}, 표준편차 {1}</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>score of {0}</source>
        <translation>{0}의 점수</translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation>점수 {0}</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>to</source>
        <translation>도착</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>{0} not finite</source>
        <translation>유한하지 않음 {0}개</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}개 중 {0}개</translation>
    </message>
    <message>
        <source>{0} of {1} units are 0 for every sample; {2} % of all values are 0</source>
        <translation>뉴런 {1}개 중 {0}개가 모든 표본에서 0; 전체 값의 {2} %가 0</translation>
    </message>
    <message>
        <source>{0} of {1} units are saturated for every sample, {2} % of all values</source>
        <translation>뉴런 {1}개 중 {0}개가 모든 표본에서 포화, 전체 값의 {2} %</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} ~ {1}</translation>
    </message>
    <message>
        <source>{0}, to ±{1}</source>
        <translation>{0}, ±{1}까지</translation>
    </message>
</context>
<context>
    <name>LayersField</name>
    <message>
        <source>A layer can have 1 to {0} units, not {1}.</source>
        <translation>한 계층의 뉴런은 1개에서 {0}개까지입니다. {1}개는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A size is missing: write them like 2-16-16-3.</source>
        <translation>빠진 크기가 있습니다. 2-16-16-3처럼 쓰세요.</translation>
    </message>
    <message>
        <source>At least two sizes are needed, inputs and outputs, as in 2-16-3.</source>
        <translation>크기가 적어도 두 개, 곧 입력과 출력이 필요합니다. 2-16-3처럼 쓰세요.</translation>
    </message>
    <message>
        <source>That takes {0} weights; there can be {1} at most.</source>
        <translation>가중치가 {0}개 필요합니다. 최대 {1}개까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>There can be {0} layers at most.</source>
        <translation>계층은 최대 {0}개까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>“{0}” is no size: write them like 2-16-16-3.</source>
        <translation>“{0}”은(는) 크기가 아닙니다. 2-16-16-3처럼 쓰세요.</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>A scale that holds for the whole run; else one for each step</source>
        <translation>실행 전체에 같은 눈금 쓰기, 끄면 스텝마다 따로</translation>
    </message>
    <message>
        <source>Bars as high as the logarithm of the count: rare values are seen</source>
        <translation>막대 높이를 개수의 로그로 하여 드문 값도 보이게 하기</translation>
    </message>
    <message>
        <source>Begin again with the first weights of the problem, or with drawn ones</source>
        <translation>문제에 정해진 초기 가중치나 무작위로 뽑은 가중치로 다시 시작하기</translation>
    </message>
    <message>
        <source>Double-click, or Enter, changes this weight at step 0: all runs begin with it.</source>
        <translation>두 번 클릭하거나 Enter를 누르면 스텝 0의 이 가중치를 바꿉니다. 모든 실행이 이 값에서 시작합니다.</translation>
    </message>
    <message>
        <source>Every number in its place</source>
        <translation>모든 수를 제자리에 표시하기</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>보는 방법</translation>
    </message>
    <message>
        <source>How many numbers there are of each size</source>
        <translation>크기에 따른 수의 개수</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>신경망의 계층</translation>
    </message>
    <message>
        <source>Log count</source>
        <translation>로그 개수</translation>
    </message>
    <message>
        <source>One scale</source>
        <translation>같은 눈금</translation>
    </message>
    <message>
        <source>One scale for all layers; else each layer has its own</source>
        <translation>모든 계층에 같은 눈금 쓰기, 끄면 계층마다 따로</translation>
    </message>
    <message>
        <source>Reset weights</source>
        <translation>가중치 되돌리기</translation>
    </message>
    <message>
        <source>Single weights can be changed in networks of up to {0}.</source>
        <translation>가중치가 {0}개 이하인 신경망에서만 가중치를 하나씩 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>The derivative of the loss by each weight</source>
        <translation>각 가중치에 대한 손실의 미분</translation>
    </message>
    <message>
        <source>The weights of each layer, W and b</source>
        <translation>각 계층의 가중치 W와 b</translation>
    </message>
    <message>
        <source>The weights of each unit of the first layer, as a picture</source>
        <translation>첫 계층의 뉴런마다 가중치를 그림으로 보기</translation>
    </message>
    <message>
        <source>What each layer makes of the samples of this step</source>
        <translation>이 스텝의 표본에 대해 각 계층이 내놓는 값</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>볼 내용</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>실행 전체</translation>
    </message>
    <message>
        <source>{0} at step 0</source>
        <translation>스텝 0의 {0}</translation>
    </message>
</context>
<context>
    <name>LayersView</name>
    <message>
        <source>Layers of the network</source>
        <translation>신경망의 계층</translation>
    </message>
    <message>
        <source>The arrow keys read out one cell after another; Enter changes a weight.</source>
        <translation>화살표 키로 칸을 하나씩 읽고, Enter 키로 가중치를 바꿉니다.</translation>
    </message>
</context>
<context>
    <name>LegendRow</name>
    <message>
        <source>Values at the cursor</source>
        <translation>커서 위치의 값</translation>
    </message>
</context>
<context>
    <name>LessonList</name>
    <message>
        <source>Lessons</source>
        <translation>강좌</translation>
    </message>
</context>
<context>
    <name>LessonModel</name>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>{1}개 중 {0}개 완료</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>All lessons</source>
        <translation>모든 강좌</translation>
    </message>
    <message>
        <source>Close the lessons</source>
        <translation>강좌 닫기</translation>
    </message>
    <message>
        <source>Lesson {0} of {1}</source>
        <translation>강좌 {0}/{1}</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>강좌</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Open the lesson after this one</source>
        <translation>다음 강좌 열기</translation>
    </message>
    <message>
        <source>Open the lesson before this one</source>
        <translation>이전 강좌 열기</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Show again what this lesson opened with</source>
        <translation>이 강좌를 열었을 때의 화면 다시 보기</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>환영합니다</translation>
    </message>
</context>
<context>
    <name>LessonReader</name>
    <message>
        <source>Hide the answer</source>
        <translation>답 숨기기</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>강좌</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>보여 주기</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>답 보기</translation>
    </message>
    <message>
        <source>To read on: {0}</source>
        <translation>더 읽을거리: {0}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A formula in a few variables</source>
        <translation>변수 몇 개로 된 식</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>GradViz crashed when it ran last.</source>
        <translation>GradViz가 지난번에 비정상 종료되었습니다.</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>기울기 노름</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Something went wrong: {0}</source>
        <translation>문제가 생겼습니다: {0}</translation>
    </message>
    <message>
        <source>The loss of a network, in all of its weights</source>
        <translation>모든 가중치에 대한 신경망의 손실</translation>
    </message>
    <message>
        <source>What is descended</source>
        <translation>하강할 대상</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>언어(&amp;G)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>최근 파일(&amp;R)</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>속도(&amp;D)</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>1 weight</source>
        <translation>가중치 1개</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation>은닉층 추가</translation>
    </message>
    <message>
        <source>Add a number of its own to what each unit gets</source>
        <translation>각 뉴런이 받는 값에 뉴런마다 정해진 수 더하기</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>Inputs, hidden units of each layer, outputs; the ends are given by the data</source>
        <translation>입력, 각 은닉층의 뉴런, 출력의 수, 양 끝은 데이터가 정함</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Remove the last hidden layer</source>
        <translation>마지막 은닉층 삭제</translation>
    </message>
    <message>
        <source>Without a hidden layer there is nothing that it would be applied to</source>
        <translation>은닉층이 없어 적용할 곳이 없음</translation>
    </message>
    <message>
        <source>{0} weights</source>
        <translation>가중치 {0}개</translation>
    </message>
</context>
<context>
    <name>NetworkSide</name>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
</context>
<context>
    <name>NetworkSketch</name>
    <message>
        <source>Drawing of the network</source>
        <translation>신경망 그림</translation>
    </message>
    <message>
        <source>Left and right choose a hidden layer, plus and minus change how many units it has, Insert adds a layer after it, Delete removes it.</source>
        <translation>왼쪽·오른쪽 키로 은닉층을 고르고, + 키와 − 키로 뉴런 수를 바꿉니다. Insert 키는 그 뒤에 계층을 추가하고, Delete 키는 그 계층을 지웁니다.</translation>
    </message>
    <message>
        <source>One unit fewer in this layer; with Shift {0}</source>
        <translation>이 계층의 뉴런을 1개 줄임, Shift와 함께 누르면 {0}개</translation>
    </message>
    <message>
        <source>One unit more in this layer; with Shift {0}</source>
        <translation>이 계층의 뉴런을 1개 늘림, Shift와 함께 누르면 {0}개</translation>
    </message>
    <message>
        <source>There is no network to draw.</source>
        <translation>그릴 신경망이 없습니다.</translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation>클래스 {0}</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>hidden layer {0}, unit {1}</source>
        <translation>은닉층 {0}, 뉴런 {1}</translation>
    </message>
    <message>
        <source>input {0}</source>
        <translation>입력 {0}</translation>
    </message>
    <message>
        <source>output {0}</source>
        <translation>출력 {0}</translation>
    </message>
</context>
<context>
    <name>NetworkWording</name>
    <message>
        <source>(s − t)², the mean over samples and scores</source>
        <translation>(s − t)²의 표본과 점수에 대한 평균</translation>
    </message>
    <message>
        <source>1 / (1 + e⁻ᵃ): between 0 and 1; its slope is ¼ at most</source>
        <translation>1 / (1 + e⁻ᵃ): 0과 1 사이, 기울기는 최대 ¼</translation>
    </message>
    <message>
        <source>A CSV file: a line of headings, numbers, and the class in the last column.</source>
        <translation>CSV 파일: 첫 행에 머리글, 그다음 행부터 수, 마지막 열에 클래스를 적습니다.</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>동심원</translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation>군집</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>Cross entropy (book)</source>
        <translation>교차 엔트로피 (교재)</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>직선</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>반달</translation>
    </message>
    <message>
        <source>Normal 0.01</source>
        <translation>정규 0.01</translation>
    </message>
    <message>
        <source>Normal, deviation 0.01: so small that layers hardly tell apart</source>
        <translation>표준편차 0.01인 정규 분포: 너무 작아 계층이 입력을 거의 구별하지 못함</translation>
    </message>
    <message>
        <source>Normal, deviation √(1/n) with n inputs: made for Tanh, Sigmoid</source>
        <translation>입력이 n개일 때 표준편차 √(1/n)인 정규 분포: Tanh, Sigmoid에 알맞음</translation>
    </message>
    <message>
        <source>Normal, deviation √(2/n) with n inputs: made for ReLU</source>
        <translation>입력이 n개일 때 표준편차 √(2/n)인 정규 분포: ReLU에 알맞음</translation>
    </message>
    <message>
        <source>Own data</source>
        <translation>내 데이터</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>max(0, a): lets what is positive through; its slope is 1 or 0</source>
        <translation>max(0, a): 양수만 그대로 통과, 기울기는 1 또는 0</translation>
    </message>
    <message>
        <source>tanh a: between −1 and 1; its slope is 1 at 0 and fades from there</source>
        <translation>tanh a: −1과 1 사이, 기울기는 0에서 1이고 멀어질수록 사라짐</translation>
    </message>
    <message>
        <source>−Σ t · log softmax(s), the mean over the samples of a batch</source>
        <translation>−Σ t · log softmax(s)의 배치 표본에 대한 평균</translation>
    </message>
    <message>
        <source>−Σ t · log(softmax(s) + 10⁻⁷), as in Deep Learning from Scratch</source>
        <translation>−Σ t · log(softmax(s) + 10⁻⁷), 『밑바닥부터 시작하는 딥러닝』의 식</translation>
    </message>
</context>
<context>
    <name>NoiseRow</name>
    <message>
        <source>How much the samples scatter</source>
        <translation>표본이 흩어지는 정도</translation>
    </message>
    <message>
        <source>How much the samples scatter; double click for {0}</source>
        <translation>표본이 흩어지는 정도, 두 번 클릭하면 {0}</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>Noise of the samples</source>
        <translation>표본의 잡음</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>It is saved whole; here its beginning is seen.</source>
        <translation>전체가 저장됩니다. 여기에는 앞부분만 보입니다.</translation>
    </message>
    <message>
        <source>It is saved with the experiment.</source>
        <translation>실험과 함께 저장됩니다.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Text of the note, in Markdown</source>
        <translation>메모의 본문, Markdown 형식</translation>
    </message>
    <message>
        <source>The note as it reads</source>
        <translation>메모가 보이는 모습</translation>
    </message>
    <message>
        <source>What is to be seen here? Markdown is understood.</source>
        <translation>이 실험에서 무엇을 볼 수 있나요? Markdown으로 쓸 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>A number is needed here.</source>
        <translation>여기에는 수가 필요합니다.</translation>
    </message>
    <message>
        <source>Could mean two numbers. Use one decimal mark and no thousands separators.</source>
        <translation>두 가지 수로 읽을 수 있습니다. 소수점은 하나만 쓰고 자릿수 구분 기호는 쓰지 마세요.</translation>
    </message>
    <message>
        <source>Must be a finite number, below 1.8e308.</source>
        <translation>1.8e308보다 작은 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>Must be a whole number.</source>
        <translation>정수여야 합니다.</translation>
    </message>
    <message>
        <source>Must be at least {0}.</source>
        <translation>{0} 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>Must be at most {0}.</source>
        <translation>{0} 이하여야 합니다.</translation>
    </message>
    <message>
        <source>Must be between {0} and {1}.</source>
        <translation>{0} 이상 {1} 이하여야 합니다.</translation>
    </message>
    <message>
        <source>Not a number. Write it like 0.01, 0,01 or 1e-2.</source>
        <translation>수가 아닙니다. 0.01, 0,01 또는 1e-2처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Not a number. Write it like 200 or 1e3.</source>
        <translation>수가 아닙니다. 200 또는 1e3처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Too close to 0 for a float, which ends at 5e-324.</source>
        <translation>0에 너무 가깝습니다. 부동소수점 수는 5e-324까지만 나타낼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Optimizer</name>
    <message>
        <source>A ball that keeps part of its velocity from step to step.</source>
        <translation>스텝마다 속도의 일부를 이어 가는 공처럼 움직입니다.</translation>
    </message>
    <message>
        <source>AdaGrad that forgets: each coordinate is scaled by its recent squared gradients.</source>
        <translation>옛것을 잊는 AdaGrad: 좌표마다 최근의 기울기 제곱에 따라 크기를 조절합니다.</translation>
    </message>
    <message>
        <source>Each coordinate slows down with the sum of its squared gradients.</source>
        <translation>좌표마다 기울기 제곱의 합이 커질수록 느려집니다.</translation>
    </message>
    <message>
        <source>Gradient descent: against the gradient, in proportion to it.</source>
        <translation>경사 하강법: 기울기의 반대 방향으로 기울기에 비례하여 움직입니다.</translation>
    </message>
    <message>
        <source>Momentum scaled coordinate by coordinate, corrected for starting from zero.</source>
        <translation>좌표마다 크기를 조절한 모멘텀: 0에서 시작하여 생기는 치우침을 바로잡습니다.</translation>
    </message>
    <message>
        <source>Momentum that looks ahead: the gradient counts where the velocity is about to lead.</source>
        <translation>앞을 내다보는 모멘텀: 속도를 따라 곧 이를 곳의 기울기를 씁니다.</translation>
    </message>
</context>
<context>
    <name>OptimizerState</name>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>squares</source>
        <translation>제곱</translation>
    </message>
    <message>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>속도</translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>&amp;Range…</source>
        <translation>범위(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Write {0} into the Formula</source>
        <translation>식에 {0} 써 넣기(&amp;W)</translation>
    </message>
    <message>
        <source>From {0} to {1}; double click for the value in the formula, {2}</source>
        <translation>{0}부터 {1}까지, 두 번 클릭하면 식의 값 {2}</translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation>지금 값에 그대로 두기</translation>
    </message>
    <message>
        <source>More for {0}</source>
        <translation>{0} 더 보기</translation>
    </message>
    <message>
        <source>Move it to and fro through its range</source>
        <translation>범위 안에서 왔다 갔다 움직이기</translation>
    </message>
    <message>
        <source>Parameter {0}</source>
        <translation>매개변수 {0}</translation>
    </message>
    <message>
        <source>Pause {0}</source>
        <translation>{0} 일시 정지</translation>
    </message>
    <message>
        <source>Play {0}</source>
        <translation>{0} 재생</translation>
    </message>
    <message>
        <source>Range, reset, write into the formula</source>
        <translation>범위, 복원, 식에 써 넣기</translation>
    </message>
    <message>
        <source>Re&amp;set to {0}</source>
        <translation>식의 값 {0} 복원(&amp;S)</translation>
    </message>
    <message>
        <source>Value of {0}</source>
        <translation>{0}의 값</translation>
    </message>
    <message>
        <source>What {0} counts for; the formula keeps its own number</source>
        <translation>계산에 쓰는 {0}의 값, 식에 적힌 수는 그대로</translation>
    </message>
    <message>
        <source>{0} is {1}</source>
        <translation>{0} = {1}</translation>
    </message>
    <message>
        <source>{0} is {1}; the formula says {2}</source>
        <translation>{0} = {1}, 식에는 {2}</translation>
    </message>
</context>
<context>
    <name>ParameterSliders</name>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>at ({0})</source>
        <translation>({0})에서</translation>
    </message>
    <message>
        <source>at step {0}</source>
        <translation>스텝 {0}</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>{0}에서</translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>View options</source>
        <translation>보기 옵션</translation>
    </message>
</context>
<context>
    <name>PlaneChoice</name>
    <message>
        <source>Across</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>Coordinate across</source>
        <translation>가로 좌표</translation>
    </message>
    <message>
        <source>Coordinate upwards</source>
        <translation>세로 좌표</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Which coordinate the picture shows here</source>
        <translation>그림의 이 방향에 나타낼 좌표</translation>
    </message>
    <message>
        <source>the others held at the selected run&apos;s point</source>
        <translation>나머지는 선택한 실행의 점에 고정</translation>
    </message>
</context>
<context>
    <name>PlaneError</name>
    <message>
        <source>A plane needs two weights; this network has {found}.</source>
        <translation>평면에는 가중치가 두 개 필요한데 이 신경망의 가중치는 {found}개입니다.</translation>
    </message>
    <message>
        <source>The random directions of this network lie on one line; the main directions of a run span a plane.</source>
        <translation>이 신경망의 무작위 방향들은 한 직선 위에 있습니다. 평면을 이루는 것은 실행의 주요 방향입니다.</translation>
    </message>
    <message>
        <source>There is no plane through the final weights: they are not finite.</source>
        <translation>마지막 가중치가 유한하지 않아 이를 지나는 평면이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>A ring around another: the boundary has to close.</source>
        <translation>고리 하나가 다른 고리를 둘러쌉니다. 경계가 닫혀야 합니다.</translation>
    </message>
    <message>
        <source>A slope and an intercept: the loss is a bowl that can be drawn.</source>
        <translation>기울기와 절편 두 개뿐이어서 손실이 그려 볼 수 있는 그릇 모양입니다.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>배타적 논리합</translation>
    </message>
    <message>
        <source>Four lengths of a flower tell its species; two of the three overlap.</source>
        <translation>꽃의 길이 네 가지로 품종을 알아냅니다. 세 품종 가운데 둘은 겹칩니다.</translation>
    </message>
    <message>
        <source>Four points that no straight line parts: it takes a hidden layer.</source>
        <translation>직선 하나로는 나눌 수 없는 네 점입니다. 은닉층이 있어야 합니다.</translation>
    </message>
    <message>
        <source>Hand-written digits of 8 x 8 pixels.</source>
        <translation>8 x 8픽셀의 손글씨 숫자입니다.</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>붓꽃</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>선형 회귀</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>로지스틱 회귀</translation>
    </message>
    <message>
        <source>One sample and six weights: every number of a step fits on the page.</source>
        <translation>표본 하나와 가중치 여섯 개뿐이어서 한 스텝의 모든 수가 한눈에 들어옵니다.</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Three arms that wind around one another.</source>
        <translation>서로를 감아 도는 세 갈래입니다.</translation>
    </message>
    <message>
        <source>Two circles</source>
        <translation>동심원 두 개</translation>
    </message>
    <message>
        <source>Two clouds that a straight line parts, but for a few.</source>
        <translation>몇 개만 빼면 직선 하나로 나뉘는 두 군집입니다.</translation>
    </message>
    <message>
        <source>Two half circles that reach into one another.</source>
        <translation>서로 맞물린 두 반원입니다.</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>반달 두 개</translation>
    </message>
    <message>
        <source>simpleNet</source>
        <translation>simpleNet</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>The arrow keys move, Enter chooses.</source>
        <translation>화살표 키로 옮기고 Enter로 선택합니다.</translation>
    </message>
</context>
<context>
    <name>RangePopup</name>
    <message>
        <source>Highest {0}</source>
        <translation>{0}의 상한</translation>
    </message>
    <message>
        <source>Lowest {0}</source>
        <translation>{0}의 하한</translation>
    </message>
    <message>
        <source>Range of {0}</source>
        <translation>{0}의 범위</translation>
    </message>
    <message>
        <source>The first must be below the second.</source>
        <translation>하한은 상한보다 작아야 합니다.</translation>
    </message>
    <message>
        <source>from</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>to</source>
        <translation>상한</translation>
    </message>
</context>
<context>
    <name>RateChanges</name>
    <message>
        <source>1 change</source>
        <translation>변경 1회</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Change the rate on the way</source>
        <translation>도중에 학습률 변경</translation>
    </message>
    <message>
        <source>Give the run another learning rate from the cursor on</source>
        <translation>커서가 있는 스텝부터 실행에 다른 학습률 주기</translation>
    </message>
    <message>
        <source>Learning rate from {0} on</source>
        <translation>{0}부터의 학습률</translation>
    </message>
    <message>
        <source>New learning rate</source>
        <translation>새 학습률</translation>
    </message>
    <message>
        <source>No update follows: go back a few steps, or train for more epochs</source>
        <translation>뒤따르는 갱신이 없음: 몇 스텝 되돌아가거나 에폭을 늘려 학습하기</translation>
    </message>
    <message>
        <source>Take the change at step {0} back</source>
        <translation>스텝 {0}의 변경 취소</translation>
    </message>
    <message>
        <source>The learning rate from the cursor on</source>
        <translation>커서가 있는 스텝부터의 학습률</translation>
    </message>
    <message>
        <source>Use this learning rate from the cursor on</source>
        <translation>커서가 있는 스텝부터 이 학습률 쓰기</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>step {0} (epoch {1})</source>
        <translation>스텝 {0} (에폭 {1})</translation>
    </message>
    <message>
        <source>{0} changes</source>
        <translation>변경 {0}회</translation>
    </message>
    <message>
        <source>{0} from {1} on</source>
        <translation>{1}부터 {0}</translation>
    </message>
    <message>
        <source>{0}: lr from {1} on</source>
        <translation>{0}: {1}부터 lr</translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message>
        <source>GradViz did not end as it should. Bring back “{0}”?</source>
        <translation>GradViz가 정상적으로 끝나지 않았습니다. “{0}” 실험을 복구할까요?</translation>
    </message>
    <message>
        <source>It was kept at {0}, with what was not saved.</source>
        <translation>저장하지 않은 내용까지 보관해 두었습니다. 보관 시각: {0}.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
</context>
<context>
    <name>RegionsPanel</name>
    <message>
        <source>Answers</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Draw the samples that are kept back</source>
        <translation>따로 떼어 둔 표본 그리기</translation>
    </message>
    <message>
        <source>Draw the samples that are trained with</source>
        <translation>학습에 쓰는 표본 그리기</translation>
    </message>
    <message>
        <source>Draw what the network answers everywhere</source>
        <translation>모든 곳에서 신경망이 내놓는 답 그리기</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>적합</translation>
    </message>
    <message>
        <source>Mark the samples that are taken for another class</source>
        <translation>다른 클래스로 예측된 표본 표시</translation>
    </message>
    <message>
        <source>Misclassified</source>
        <translation>오분류</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Samples and decision regions</source>
        <translation>표본과 결정 영역</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>훈련</translation>
    </message>
</context>
<context>
    <name>RegionsView</name>
    <message>
        <source>Answers of {0}</source>
        <translation>{0} 신경망의 답</translation>
    </message>
    <message>
        <source>Decision regions of {0}</source>
        <translation>{0} 신경망의 결정 영역</translation>
    </message>
    <message>
        <source>Fit of {0}</source>
        <translation>{0} 신경망의 적합</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>아직 표시할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Plus and minus zoom, the arrow keys move the view, 0 shows the whole again.</source>
        <translation>+ 키와 − 키로 확대·축소하고, 화살표 키로 보이는 범위를 옮기고, 0 키로 전체를 다시 봅니다.</translation>
    </message>
    <message>
        <source>Probabilities by {0}</source>
        <translation>{0} 신경망의 확률</translation>
    </message>
    <message>
        <source>Samples and decision regions</source>
        <translation>표본과 결정 영역</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>at step {0}, epoch {1}</source>
        <translation>스텝 {0}, 에폭 {1}</translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation>클래스 {0}</translation>
    </message>
    <message>
        <source>main direction {0}</source>
        <translation>주요 방향 {0}</translation>
    </message>
    <message>
        <source>misclassified</source>
        <translation>오분류</translation>
    </message>
    <message>
        <source>no answer: scores are not numbers</source>
        <translation>답 없음: 점수가 수가 아님</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>수가 아님</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>regions where the other inputs are at their mean</source>
        <translation>나머지 입력이 평균일 때의 영역</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>target</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>test sample {0}</source>
        <translation>시험 표본 {0}</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>train sample {0}</source>
        <translation>훈련 표본 {0}</translation>
    </message>
    <message>
        <source>{0} (standardised)</source>
        <translation>{0} (표준화)</translation>
    </message>
    <message>
        <source>{0} = {1} {2} + {3}</source>
        <translation>{0} = {1} {2} + {3}</translation>
    </message>
    <message>
        <source>{0} = {1} {2} − {3}</source>
        <translation>{0} = {1} {2} − {3}</translation>
    </message>
    <message>
        <source>{0} inputs along their main directions; regions where all else is at the mean</source>
        <translation>입력 {0}개의 주요 방향; 나머지가 평균일 때의 영역</translation>
    </message>
    <message>
        <source>{0} inputs along their two main directions</source>
        <translation>입력 {0}개의 두 주요 방향</translation>
    </message>
</context>
<context>
    <name>RuleSection</name>
    <message>
        <source>Change the learning rate from step to step, limit the gradient</source>
        <translation>스텝마다 학습률 바꾸기, 기울기 제한하기</translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation>클리핑</translation>
    </message>
    <message>
        <source>Clipping of the gradient</source>
        <translation>기울기 클리핑</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>Schedule and clipping</source>
        <translation>스케줄과 클리핑</translation>
    </message>
    <message>
        <source>Schedule of the learning rate</source>
        <translation>학습률 스케줄</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>A gradient longer than the limit is shortened to it.</source>
        <translation>한계보다 긴 기울기를 한계까지 줄입니다.</translation>
    </message>
    <message>
        <source>By norm</source>
        <translation>노름 기준</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>값 기준</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>클리핑</translation>
    </message>
    <message>
        <source>Each part of the gradient is brought between −limit and limit.</source>
        <translation>기울기의 각 성분을 −한계와 한계 사이로 맞춥니다.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>The optimizer gets the gradient as it is.</source>
        <translation>옵티마이저가 기울기를 그대로 받습니다.</translation>
    </message>
    <message>
        <source>gradient clipped to length {0}</source>
        <translation>기울기의 길이를 {0} 이하로 클리핑</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>parts of the gradient clipped to {0}</source>
        <translation>기울기의 성분을 {0} 이하로 클리핑</translation>
    </message>
    <message>
        <source>{0} schedule</source>
        <translation>{0} 스케줄</translation>
    </message>
    <message>
        <source>{0}, clipped</source>
        <translation>{0}, 클리핑</translation>
    </message>
</context>
<context>
    <name>RunForm</name>
    <message>
        <source>Convention</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>How the run is drawn everywhere</source>
        <translation>모든 그림에서 실행을 그리는 방식</translation>
    </message>
    <message>
        <source>Line and colour</source>
        <translation>선과 색</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>실행의 이름</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>스타일</translation>
    </message>
    <message>
        <source>Style {0}</source>
        <translation>스타일 {0}</translation>
    </message>
    <message>
        <source>The update rule</source>
        <translation>갱신 규칙</translation>
    </message>
    <message>
        <source>What the run is called; empty for its optimizer&apos;s name</source>
        <translation>실행의 이름, 비워 두면 옵티마이저의 이름</translation>
    </message>
</context>
<context>
    <name>RunsCard</name>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add Run</source>
        <translation>실행 추가</translation>
    </message>
    <message>
        <source>Duplicate Run</source>
        <translation>실행 복제</translation>
    </message>
    <message>
        <source>Move Run Down</source>
        <translation>실행 아래로 이동</translation>
    </message>
    <message>
        <source>Move Run Up</source>
        <translation>실행 위로 이동</translation>
    </message>
    <message>
        <source>Remove Run</source>
        <translation>실행 삭제</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
</context>
<context>
    <name>RunsHeader</name>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>final f</source>
        <translation>최종 f</translation>
    </message>
    <message>
        <source>final loss</source>
        <translation>최종 손실</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>학습률</translation>
    </message>
</context>
<context>
    <name>RunsList</name>
    <message>
        <source>Up and down choose a run, Space hides or shows it.</source>
        <translation>위아래 화살표 키로 실행을 선택하고 Space로 숨기거나 표시합니다.</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>{0}, hidden</source>
        <translation>{0}, 숨김</translation>
    </message>
    <message>
        <source>{0}, learning rate {1}, final value {2}</source>
        <translation>{0}, 학습률 {1}, 최종값 {2}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>SampleFields</name>
    <message>
        <source>How many samples are made up</source>
        <translation>만들어 낼 표본의 수</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>표본의 수</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>표본 수</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Share to test with, in percent</source>
        <translation>시험에 쓸 비율, 퍼센트</translation>
    </message>
    <message>
        <source>Test %</source>
        <translation>시험 %</translation>
    </message>
    <message>
        <source>The part of the samples that is kept back to test with</source>
        <translation>시험에 쓰려고 따로 떼어 둘 표본의 비율</translation>
    </message>
    <message>
        <source>The same seed gives the same samples, test share, first weights and batches</source>
        <translation>시드가 같으면 표본, 시험 데이터, 초기 가중치, 배치도 같음</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>1/t</source>
        <translation>1/t</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>지수</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>계단</translation>
    </message>
    <message>
        <source>The learning rate drops by a factor, again and again after as many steps.</source>
        <translation>학습률이 정해진 스텝 수마다 일정한 비율로 떨어집니다.</translation>
    </message>
    <message>
        <source>The learning rate falls along half a wave of a cosine to a floor, and stays there.</source>
        <translation>학습률이 코사인 곡선의 반 주기를 따라 하한까지 떨어진 뒤 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>The learning rate falls by the same factor at every step.</source>
        <translation>학습률이 스텝마다 같은 비율로 떨어집니다.</translation>
    </message>
    <message>
        <source>The learning rate falls like one over the number of steps.</source>
        <translation>학습률이 스텝 수에 반비례하여 떨어집니다.</translation>
    </message>
    <message>
        <source>The learning rate rises in equal steps, then stays.</source>
        <translation>학습률이 같은 폭으로 올라간 뒤 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>The learning rate stays as it is.</source>
        <translation>학습률이 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Apply a number now</source>
        <translation>숫자를 바로 적용</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>화살표</translation>
    </message>
    <message>
        <source>Click a dot</source>
        <translation>점 클릭</translation>
    </message>
    <message>
        <source>Complete a word</source>
        <translation>낱말 완성</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Ctrl+Space</translation>
    </message>
    <message>
        <source>Descend from elsewhere</source>
        <translation>다른 곳에서 하강</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>두 번 클릭</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>끌기</translation>
    </message>
    <message>
        <source>Drag the start</source>
        <translation>시작점 끌기</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go to that step and run</source>
        <translation>그 스텝과 실행으로 가기</translation>
    </message>
    <message>
        <source>Hide or show</source>
        <translation>숨기기 또는 보이기</translation>
    </message>
    <message>
        <source>In a field</source>
        <translation>입력란에서</translation>
    </message>
    <message>
        <source>In the list of runs</source>
        <translation>실행 목록에서</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>그림 옮기기</translation>
    </message>
    <message>
        <source>Move the start</source>
        <translation>시작점 옮기기</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>보이는 곳 옮기기</translation>
    </message>
    <message>
        <source>Picture, with the keys</source>
        <translation>그림에서 키보드로</translation>
    </message>
    <message>
        <source>Picture, with the mouse</source>
        <translation>그림에서 마우스로</translation>
    </message>
    <message>
        <source>Play, Pause</source>
        <translation>재생, 일시 정지</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 하기</translation>
    </message>
    <message>
        <source>Restore the value in use</source>
        <translation>쓰고 있던 값으로 되돌리기</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Shift+화살표</translation>
    </message>
    <message>
        <source>Shift+Up, Down</source>
        <translation>Shift+위, 아래</translation>
    </message>
    <message>
        <source>Show the whole</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Step a number</source>
        <translation>숫자 늘리고 줄이기</translation>
    </message>
    <message>
        <source>Ten times as far</source>
        <translation>열 배로</translation>
    </message>
    <message>
        <source>The same, finely</source>
        <translation>더 곱게 옮기기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>위, 아래</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대·축소</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>포인터를 중심으로 확대·축소</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>A key, or what is to be done</source>
        <translation>키 이름이나 하려는 일</translation>
    </message>
    <message>
        <source>Groups of keys with what they do</source>
        <translation>키와 하는 일을 묶어서 보여 줍니다</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>No key is told of with these words.</source>
        <translation>이 낱말이 들어간 단축키는 없습니다.</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>단축키 찾기</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
</context>
<context>
    <name>ShowButton</name>
    <message>
        <source>Show: {0}</source>
        <translation>보여 주기: {0}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>아직 안 함</translation>
    </message>
</context>
<context>
    <name>SlicePanel</name>
    <message>
        <source>Against the gradient</source>
        <translation>기울기의 반대 방향</translation>
    </message>
    <message>
        <source>Along {0}</source>
        <translation>{0} 방향</translation>
    </message>
    <message>
        <source>Direction of the slice</source>
        <translation>단면의 방향</translation>
    </message>
    <message>
        <source>Draw the line whose slope the numerical gradient takes, and its h</source>
        <translation>그 기울기를 수치 미분의 값으로 쓰는 할선과 h 그리기</translation>
    </message>
    <message>
        <source>Draw the tangent, the linear function nearest to f at the point</source>
        <translation>이 점에서 f에 가장 가까운 일차함수인 접선 그리기</translation>
    </message>
    <message>
        <source>Secant</source>
        <translation>할선</translation>
    </message>
    <message>
        <source>Show all of the line again</source>
        <translation>직선 전체를 다시 보기</translation>
    </message>
    <message>
        <source>Show so little that the triangle of h fills the plot</source>
        <translation>h의 삼각형이 그래프에 꽉 차도록 확대해 보기</translation>
    </message>
    <message>
        <source>Slice of the function</source>
        <translation>함수의 단면</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>접선</translation>
    </message>
    <message>
        <source>The line through the point along which the function is drawn</source>
        <translation>점을 지나며 함수를 그릴 직선</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Zoom to h</source>
        <translation>h로 확대</translation>
    </message>
</context>
<context>
    <name>SliceView</name>
    <message>
        <source>0, exact</source>
        <translation>0, 정확</translation>
    </message>
    <message>
        <source>Against the gradient: {0}</source>
        <translation>기울기의 반대 방향: {0}</translation>
    </message>
    <message>
        <source>Along {0}: {1}</source>
        <translation>{0} 방향: {1}</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>It leaves the real line: no secant.</source>
        <translation>실수축을 벗어나므로 할선이 없습니다.</translation>
    </message>
    <message>
        <source>No minimum on this line in sight.</source>
        <translation>이 선에서 보이는 극소점이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>아직 표시할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Plus and minus zoom, 0 shows the whole again. In one variable the arrow keys move the start, with Shift finely.</source>
        <translation>+ 키와 − 키로 확대·축소하고, 0 키로 전체를 다시 봅니다. 변수가 하나이면 화살표 키로 시작점을 옮기고, Shift를 함께 누르면 조금씩 옮깁니다.</translation>
    </message>
    <message>
        <source>Slice of the function</source>
        <translation>함수의 단면</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>접선</translation>
    </message>
    <message>
        <source>The exact gradient has no h and no secant.</source>
        <translation>정확한 기울기에는 h도 할선도 없습니다.</translation>
    </message>
    <message>
        <source>The gradient is 0 at this step, so there is no direction against it.</source>
        <translation>이 스텝에서는 기울기가 0이므로 그 반대 방향이 없습니다.</translation>
    </message>
    <message>
        <source>The gradient is not finite at this step, so there is no direction against it.</source>
        <translation>이 스텝에서는 기울기가 유한하지 않으므로 그 반대 방향이 없습니다.</translation>
    </message>
    <message>
        <source>The point is out of sight.</source>
        <translation>점이 보이지 않는 곳에 있습니다.</translation>
    </message>
    <message>
        <source>The run has left the range of numbers at this step: no line goes through its point.</source>
        <translation>이 스텝에서 실행이 수의 범위를 벗어나, 그 점을 지나는 직선이 없습니다.</translation>
    </message>
    <message>
        <source>at {0} = {1}</source>
        <translation>{0} = {1}에서</translation>
    </message>
    <message>
        <source>best t = {0}</source>
        <translation>최적 t = {0}</translation>
    </message>
    <message>
        <source>f after the step</source>
        <translation>스텝 후의 f</translation>
    </message>
    <message>
        <source>f at best t</source>
        <translation>최적 t의 f</translation>
    </message>
    <message>
        <source>f at lr</source>
        <translation>lr의 f</translation>
    </message>
    <message>
        <source>f here</source>
        <translation>현재 f</translation>
    </message>
    <message>
        <source>f is not defined here</source>
        <translation>여기서는 f가 정의되지 않음</translation>
    </message>
    <message>
        <source>first minimum t = {0}</source>
        <translation>첫 극소점 t = {0}</translation>
    </message>
    <message>
        <source>h is too small to change x.</source>
        <translation>h가 너무 작아 x가 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>secant over {0}h, slope {1}</source>
        <translation>{0}h 구간의 할선, 기울기 {1}</translation>
    </message>
    <message>
        <source>secant, slope {0}</source>
        <translation>할선, 기울기 {0}</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>step taken</source>
        <translation>실제 스텝</translation>
    </message>
    <message>
        <source>step taken, beside this line</source>
        <translation>실제 스텝, 이 선 밖</translation>
    </message>
    <message>
        <source>tangent, slope {0}</source>
        <translation>접선, 기울기 {0}</translation>
    </message>
    <message>
        <source>{0} difference</source>
        <translation>{0} 차분</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{1} 기준 {0}</translation>
    </message>
</context>
<context>
    <name>Stability</name>
    <message>
        <source>By what factor the error should change in each step, by the curvatures</source>
        <translation>곡률로 볼 때 오차가 스텝마다 몇 배가 되어야 하는지</translation>
    </message>
    <message>
        <source>By what factor the steps do change near the minimum, before rounding sets in</source>
        <translation>반올림의 영향이 나타나기 전에 극소점 근처에서 스텝이 실제로 몇 배씩 변하는지</translation>
    </message>
    <message>
        <source>The largest curvature at the minimum {0} to the smallest: how narrow it is</source>
        <translation>극소점 {0}에서 가장 작은 곡률에 대한 가장 큰 곡률의 비: 얼마나 좁은지</translation>
    </message>
    <message>
        <source>The minimum {0}</source>
        <translation>극소점 {0}</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>조건수</translation>
    </message>
    <message>
        <source>lr {0} is above {1} = {2} of this minimum</source>
        <translation>lr {0} 값이 {1} = {2} 초과, 기준은 이 극소점</translation>
    </message>
    <message>
        <source>lr {0} is exactly {1} = {2} of this minimum</source>
        <translation>lr {0} 값이 {1} = {2} 값과 같음, 기준은 이 극소점</translation>
    </message>
    <message>
        <source>lr {0} is within {1} = {2} of this minimum</source>
        <translation>lr {0} 값이 {1} = {2} 이내, 기준은 이 극소점</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>실측</translation>
    </message>
    <message>
        <source>rate measured</source>
        <translation>실측 수렴률</translation>
    </message>
    <message>
        <source>rate predicted</source>
        <translation>예측 수렴률</translation>
    </message>
</context>
<context>
    <name>StageDots</name>
    <message>
        <source>Stage {0} of {1}: {2}</source>
        <translation>{1}단계 중 {0}단계: {2}</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>단계</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>How often every run updates its point</source>
        <translation>실행마다 점을 갱신하는 횟수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>Number of variables</source>
        <translation>변수 개수</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Standard deviation of the noise added to every part of the gradient</source>
        <translation>기울기의 각 성분에 더하는 잡음의 표준편차</translation>
    </message>
    <message>
        <source>Start and steps</source>
        <translation>시작점과 스텝</translation>
    </message>
    <message>
        <source>Start {0}</source>
        <translation>시작점 {0}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝 수</translation>
    </message>
    <message>
        <source>Stop a run where ‖∇f‖ is below this; empty for never</source>
        <translation>‖∇f‖ 값이 이보다 작아지면 실행을 멈춤, 비워 두면 멈추지 않음</translation>
    </message>
    <message>
        <source>Stop below ‖∇f‖</source>
        <translation>정지 조건 ‖∇f‖</translation>
    </message>
    <message>
        <source>Stop ‖∇f‖ &lt;</source>
        <translation>정지 ‖∇f‖ &lt;</translation>
    </message>
    <message>
        <source>The formula takes any number of variables: how many it gets</source>
        <translation>변수가 몇 개든 되는 수식입니다. 변수를 몇 개로 할지 정합니다</translation>
    </message>
    <message>
        <source>The same seed gives the same noise</source>
        <translation>시드가 같으면 잡음도 같음</translation>
    </message>
    <message>
        <source>Where {0} starts</source>
        <translation>{0}의 시작값</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>1 run ready</source>
        <translation>실행 1개 준비됨</translation>
    </message>
    <message>
        <source>Computing, {0} %</source>
        <translation>계산 중, {0} %</translation>
    </message>
    <message>
        <source>Length of the gradient at the step shown</source>
        <translation>표시된 스텝에서 기울기의 길이</translation>
    </message>
    <message>
        <source>Length of the gradient of that loss</source>
        <translation>그 손실의 기울기의 길이</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>계산 중</translation>
    </message>
    <message>
        <source>The loss over the samples of the step shown, its batch</source>
        <translation>표시된 스텝의 표본, 곧 그 배치의 손실</translation>
    </message>
    <message>
        <source>The selected run; all numbers here are its own</source>
        <translation>선택한 실행, 여기의 모든 수는 이 실행의 것</translation>
    </message>
    <message>
        <source>The value of f at the step shown</source>
        <translation>표시된 스텝에서 f의 값</translation>
    </message>
    <message>
        <source>Training, {0} %</source>
        <translation>학습 중, {0} %</translation>
    </message>
    <message>
        <source>Verdict: {0}</source>
        <translation>판정: {0}</translation>
    </message>
    <message>
        <source>What the descent spent to get to this step: values of f, exact gradients</source>
        <translation>이 스텝까지 하강하는 데 든 계산: f의 값, 정확한 기울기</translation>
    </message>
    <message>
        <source>What the training spent to get to this step: losses, passes backward</source>
        <translation>이 스텝까지 학습하는 데 든 계산: 손실, 역전파</translation>
    </message>
    <message>
        <source>batch loss</source>
        <translation>배치 손실</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>함수 호출</translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>{0} backward</source>
        <translation>역전파 {0}회</translation>
    </message>
    <message>
        <source>{0} of f</source>
        <translation>f {0}회</translation>
    </message>
    <message>
        <source>{0} of the loss</source>
        <translation>손실 {0}회</translation>
    </message>
    <message>
        <source>{0} of ∇f</source>
        <translation>∇f {0}회</translation>
    </message>
    <message>
        <source>{0} runs ready</source>
        <translation>실행 {0}개 준비됨</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Arithmetic of this step</source>
        <translation>이 스텝의 계산</translation>
    </message>
    <message>
        <source>At {0}, h is too small: {1} + h = {1}, so the quotient says nothing.</source>
        <translation>{0}에서는 h가 너무 작습니다. {1} + h = {1}이므로 차분 몫은 아무 의미가 없습니다.</translation>
    </message>
    <message>
        <source>Backpropagation over a batch of {0}: L = {1}</source>
        <translation>표본 {0}개 배치의 역전파: L = {1}</translation>
    </message>
    <message>
        <source>Backpropagation over all samples ({0}): L = {1}</source>
        <translation>전체 표본({0}개)의 역전파: L = {1}</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>LaTeX로 복사</translation>
    </message>
    <message>
        <source>Copy as Text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy the arithmetic with all digits</source>
        <translation>모든 자릿수로 계산 복사</translation>
    </message>
    <message>
        <source>Copy this step</source>
        <translation>이 스텝 복사</translation>
    </message>
    <message>
        <source>L is the loss over a batch of {0}: {1}</source>
        <translation>L은 표본 {0}개 배치의 손실: {1}</translation>
    </message>
    <message>
        <source>L is the loss over all samples ({0}): {1}</source>
        <translation>L은 전체 표본({0}개)의 손실: {1}</translation>
    </message>
    <message>
        <source>No step is taken from here.</source>
        <translation>여기에서 나아가는 스텝이 없습니다.</translation>
    </message>
    <message>
        <source>The next step is being computed.</source>
        <translation>다음 스텝을 계산하고 있습니다.</translation>
    </message>
    <message>
        <source>The run ends here. Go back a step to see how it came here.</source>
        <translation>실행이 여기서 끝납니다. 한 스텝 되돌아가면 어떻게 여기에 왔는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The run was stopped here. Go back a step to see how it came here.</source>
        <translation>실행이 여기서 중지되었습니다. 한 스텝 되돌아가면 어떻게 여기에 왔는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>이 스텝</translation>
    </message>
    <message>
        <source>and {0} more coordinates; they are copied too</source>
        <translation>그 밖의 좌표 {0}개, 복사에는 포함</translation>
    </message>
    <message>
        <source>{0}, step {1}</source>
        <translation>{0}, 스텝 {1}</translation>
    </message>
    <message>
        <source>{0}, {1} → {2}</source>
        <translation>{0}, {1} → {2}</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>How far the next point is</source>
        <translation>다음 점까지의 거리</translation>
    </message>
    <message>
        <source>How many of the samples to test with are told right</source>
        <translation>시험 데이터에서 맞힌 표본의 비율</translation>
    </message>
    <message>
        <source>How many of the samples to train with are told right</source>
        <translation>훈련 데이터에서 맞힌 표본의 비율</translation>
    </message>
    <message>
        <source>How many passes over the samples are complete</source>
        <translation>전체 표본을 끝까지 훑은 횟수</translation>
    </message>
    <message>
        <source>How many updates were made</source>
        <translation>갱신한 횟수</translation>
    </message>
    <message>
        <source>The learning rate of the update to the next point</source>
        <translation>다음 점으로 갱신할 때의 학습률</translation>
    </message>
    <message>
        <source>The length of the gradient as measured there</source>
        <translation>그 점에서 구한 기울기의 길이</translation>
    </message>
    <message>
        <source>The loss over all samples to test with</source>
        <translation>전체 시험 데이터의 손실</translation>
    </message>
    <message>
        <source>The loss over all samples to train with</source>
        <translation>전체 훈련 데이터의 손실</translation>
    </message>
    <message>
        <source>The loss over the samples of this step</source>
        <translation>이 스텝에 쓴 표본의 손실</translation>
    </message>
    <message>
        <source>The slope along {0} as measured there, noise included</source>
        <translation>그 점에서 구한 {0} 방향의 기울기, 잡음 포함</translation>
    </message>
    <message>
        <source>The slope along {0} that the optimizer was given</source>
        <translation>옵티마이저가 받은 {0} 방향의 기울기</translation>
    </message>
    <message>
        <source>The value of f there</source>
        <translation>그 점에서 f의 값</translation>
    </message>
    <message>
        <source>What the optimizer remembers of {0} after k updates: {1}</source>
        <translation>k번 갱신한 뒤 옵티마이저가 기억하는 {0} 좌표의 값: {1}</translation>
    </message>
    <message>
        <source>batch loss</source>
        <translation>배치 손실</translation>
    </message>
    <message>
        <source>clipped {0}</source>
        <translation>클리핑 {0}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>스텝 길이</translation>
    </message>
    <message>
        <source>test accuracy, %</source>
        <translation>시험 정확도, %</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>시험 손실</translation>
    </message>
    <message>
        <source>train accuracy, %</source>
        <translation>훈련 정확도, %</translation>
    </message>
    <message>
        <source>train loss</source>
        <translation>훈련 손실</translation>
    </message>
    <message>
        <source>{0} after k updates</source>
        <translation>k번 갱신한 뒤의 {0}</translation>
    </message>
</context>
<context>
    <name>StepsTable</name>
    <message>
        <source>1 row copied</source>
        <translation>1행 복사됨</translation>
    </message>
    <message>
        <source>A row for each epoch</source>
        <translation>에폭마다 한 행</translation>
    </message>
    <message>
        <source>A row for each step</source>
        <translation>스텝마다 한 행</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy All of {0}</source>
        <translation>{0} 열 전체 복사</translation>
    </message>
    <message>
        <source>Copy with Headers</source>
        <translation>머리글과 함께 복사</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>복사 중</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>No run has taken a step yet.</source>
        <translation>아직 스텝을 진행한 실행이 없습니다.</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>표의 행</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Steps of the selected run</source>
        <translation>선택한 실행의 스텝</translation>
    </message>
    <message>
        <source>{0} numbers; the clipboard takes {1}. Export writes all to a file.</source>
        <translation>수가 {0}개인데 클립보드에는 {1}개까지 들어갑니다. 내보내기를 쓰면 모두 파일에 저장됩니다.</translation>
    </message>
    <message>
        <source>{0} rows copied</source>
        <translation>{0}행 복사됨</translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>Up and down go from step to step, left and right show other columns.</source>
        <translation>위아래 화살표 키로 스텝을 옮기고 좌우 화살표 키로 다른 열을 봅니다.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Flat point</source>
        <translation>평탄점</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>극대점</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>극소점</translation>
    </message>
    <message>
        <source>Saddle point</source>
        <translation>안장점</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>외 {0}개</translation>
    </message>
</context>
<context>
    <name>SurfacePanel</name>
    <message>
        <source>Draw contour lines below the surface</source>
        <translation>곡면 아래에 등고선 그리기</translation>
    </message>
    <message>
        <source>Draw lines at round numbers on the surface</source>
        <translation>곡면에 딱 떨어지는 좌표마다 선 그리기</translation>
    </message>
    <message>
        <source>Draw the logarithm of f as height</source>
        <translation>f의 로그를 높이로 그리기</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>바닥</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Height of the surface</source>
        <translation>곡면의 높이</translation>
    </message>
    <message>
        <source>How high the surface is drawn</source>
        <translation>곡면을 그리는 높이</translation>
    </message>
    <message>
        <source>Log height</source>
        <translation>로그 높이</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>그물</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>보기 초기화</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>View from above</source>
        <translation>위에서 보기</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>A surface needs two variables.</source>
        <translation>곡면에는 변수가 두 개 필요합니다.</translation>
    </message>
    <message>
        <source>Arrow keys orbit, with Shift finely; plus and minus zoom, 0 resets the view, T looks from above.</source>
        <translation>화살표 키로 돌려 보고, Shift를 함께 누르면 조금씩 돌립니다. + 키와 − 키로 확대·축소하고, 0 키로 처음 보기로 돌아가고, T 키로 위에서 내려다봅니다.</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>아직 표시할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Surface of the function</source>
        <translation>함수의 곡면</translation>
    </message>
    <message>
        <source>The surface needs OpenGL, which is not to be had here. All other pictures do without it.</source>
        <translation>곡면을 그리려면 OpenGL이 필요하지만 여기서는 쓸 수 없습니다. 다른 그림은 모두 OpenGL 없이 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>1 epoch</source>
        <translation>1에폭</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1스텝</translation>
    </message>
    <message>
        <source>Ended: epoch {0} of {1}</source>
        <translation>종료: 에폭 {0}/{1}</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation>에폭 {0}/{1}</translation>
    </message>
    <message>
        <source>Stopped: epoch {0} of {1}</source>
        <translation>중지: 에폭 {0}/{1}</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>약 {0} 남음</translation>
    </message>
    <message>
        <source>less than 1 s left</source>
        <translation>1초 미만 남음</translation>
    </message>
    <message>
        <source>more than a day left</source>
        <translation>하루 넘게 남음</translation>
    </message>
    <message>
        <source>{0} epochs</source>
        <translation>{0}에폭</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0}시간</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}분</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}초</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0}스텝</translation>
    </message>
</context>
<context>
    <name>TrainingCard</name>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Continue Trai&amp;ning</source>
        <translation>학습 계속(&amp;N)</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭 수</translation>
    </message>
    <message>
        <source>How often every sample is seen</source>
        <translation>각 표본을 보는 횟수</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Pause Trai&amp;ning</source>
        <translation>학습 일시 정지(&amp;N)</translation>
    </message>
    <message>
        <source>Samples that each step sees: a number, or “all” (Alt+Down offers some)</source>
        <translation>스텝마다 보는 표본: 수 또는 “전체” (Alt+Down을 누르면 흔히 쓰는 크기)</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>run {0} of {1}</source>
        <translation>실행 {0}/{1}</translation>
    </message>
</context>
<context>
    <name>TrainingProgress</name>
    <message>
        <source>Progress of the training</source>
        <translation>학습 진행 상황</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>{0} elapsed</source>
        <translation>{0} 경과</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>/ {0}</source>
        <translation>/ {0}</translation>
    </message>
    <message>
        <source>How fast playing moves through the steps</source>
        <translation>재생할 때 스텝이 넘어가는 빠르기</translation>
    </message>
    <message>
        <source>Passes over all samples that are complete at this step</source>
        <translation>이 스텝까지 전체 표본을 끝까지 훑은 횟수</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>The step that every view shows; drag to move through the run</source>
        <translation>모든 보기가 나타내는 스텝, 끌면 실행을 따라 이동</translation>
    </message>
    <message>
        <source>The step that every view shows; type one to go there</source>
        <translation>모든 보기가 나타내는 스텝, 입력하면 그 스텝으로 이동</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>에폭 {0}</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>a part of the path is not a folder</source>
        <translation>경로에 폴더가 아닌 부분이 있습니다</translation>
    </message>
    <message>
        <source>a version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>{0} 이상</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>{0} 이하</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>파일이 아니라 폴더입니다</translation>
    </message>
    <message>
        <source>less than {0}</source>
        <translation>{0} 미만</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>{0}번째 줄</translation>
    </message>
    <message>
        <source>line {0}, column {1}</source>
        <translation>{0}번째 줄 {1}번째 글자</translation>
    </message>
    <message>
        <source>more than {0}</source>
        <translation>{0} 초과</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>reading it is not permitted</source>
        <translation>읽을 권한이 없습니다</translation>
    </message>
    <message>
        <source>text</source>
        <translation>문자열</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>디스크가 읽기 전용입니다</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>디스크 할당량을 다 썼습니다</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>폴더가 없습니다</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>참 또는 거짓</translation>
    </message>
    <message>
        <source>writing there is not permitted</source>
        <translation>그곳에 쓸 권한이 없습니다</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} 또는 {1}</translation>
    </message>
</context>
<context>
    <name>VariableCount</name>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
</context>
<context>
    <name>WeightChoice</name>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Input it weighs</source>
        <translation>가중치를 곱할 입력</translation>
    </message>
    <message>
        <source>Largest change</source>
        <translation>최대 변화</translation>
    </message>
    <message>
        <source>Output it goes to</source>
        <translation>가중치가 향하는 출력</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>The weights that change most in this step, or one that you choose</source>
        <translation>이 스텝에서 가장 많이 변하는 가중치 또는 직접 고른 가중치</translation>
    </message>
    <message>
        <source>Which weights are worked out</source>
        <translation>계산을 풀어 보일 가중치</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>(f(x) − f(x−h)) / h; error of order h</source>
        <translation>(f(x) − f(x−h)) / h, 오차는 h에 비례</translation>
    </message>
    <message>
        <source>(f(x+h) − f(x)) / h; error of order h</source>
        <translation>(f(x+h) − f(x)) / h, 오차는 h에 비례</translation>
    </message>
    <message>
        <source>(f(x+h) − f(x−h)) / 2h; error of order h²</source>
        <translation>(f(x+h) − f(x−h)) / 2h, 오차는 h²에 비례</translation>
    </message>
    <message>
        <source>(f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h)) / 12h; error of order h⁴</source>
        <translation>(f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h)) / 12h, 오차는 h⁴에 비례</translation>
    </message>
    <message>
        <source>After step {0} the values still fall: more steps or a larger learning rate go further.</source>
        <translation>스텝 {0} 뒤에도 값이 계속 줄어듭니다. 스텝을 늘리거나 학습률을 키우면 더 내려갑니다.</translation>
    </message>
    <message>
        <source>As in Deep Learning from Scratch: v = m·v − lr·g, x += v</source>
        <translation>『밑바닥부터 시작하는 딥러닝』의 식: v = m·v − lr·g, x += v</translation>
    </message>
    <message>
        <source>As in torch.optim: b = m·b + g, x −= lr·b</source>
        <translation>torch.optim의 식: b = m·b + g, x −= lr·b</translation>
    </message>
    <message>
        <source>At step {0} adding h no longer changes f, so the difference is 0 although the slope is not: choose a larger h or the exact gradient.</source>
        <translation>스텝 {0}에서는 h를 더해도 f가 더는 바뀌지 않아, 기울기가 0이 아닌데도 차분이 0입니다. 더 큰 h나 정확한 기울기를 선택하세요.</translation>
    </message>
    <message>
        <source>At step {0} f or its gradient is not a finite number.</source>
        <translation>스텝 {0}에서 f나 그 기울기가 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>At step {0} the run leaves the part of the plane shown.</source>
        <translation>스텝 {0}에서 실행이 평면의 보이는 범위를 벗어납니다.</translation>
    </message>
    <message>
        <source>Backward difference</source>
        <translation>후진 차분</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>교재</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Central difference</source>
        <translation>중앙 차분</translation>
    </message>
    <message>
        <source>Complex step</source>
        <translation>복소 스텝</translation>
    </message>
    <message>
        <source>Computing was stopped at step {0}.</source>
        <translation>스텝 {0}에서 계산이 중지되었습니다.</translation>
    </message>
    <message>
        <source>Converged</source>
        <translation>수렴</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>정확</translation>
    </message>
    <message>
        <source>Five-point stencil</source>
        <translation>5점 스텐실</translation>
    </message>
    <message>
        <source>Forward difference</source>
        <translation>전진 차분</translation>
    </message>
    <message>
        <source>From step {0} on the gradient has all but vanished: the run has arrived.</source>
        <translation>스텝 {0}부터 기울기가 거의 사라졌습니다. 실행이 도착점에 이르렀습니다.</translation>
    </message>
    <message>
        <source>From step {0} on the run goes off without end: most often the learning rate is too large.</source>
        <translation>스텝 {0}부터 실행이 끝없이 멀어집니다. 대개 학습률이 너무 크기 때문입니다.</translation>
    </message>
    <message>
        <source>From step {0} on the run goes off without end: {1}.</source>
        <translation>스텝 {0}부터 실행이 끝없이 멀어집니다: {1}.</translation>
    </message>
    <message>
        <source>From step {0} on the run goes to and fro and f falls no further: try a smaller learning rate.</source>
        <translation>스텝 {0}부터 실행이 왔다 갔다 하고 f가 더는 줄지 않습니다. 학습률을 줄여 보세요.</translation>
    </message>
    <message>
        <source>From step {0} on the run goes to and fro and f falls no further: {1}.</source>
        <translation>스텝 {0}부터 실행이 왔다 갔다 하고 f가 더는 줄지 않습니다: {1}.</translation>
    </message>
    <message>
        <source>From step {0} on the run goes to and fro and neither comes nearer nor leaves: {1}.</source>
        <translation>스텝 {0}부터 실행이 왔다 갔다 하며 가까워지지도 멀어지지도 않습니다: {1}.</translation>
    </message>
    <message>
        <source>Gradient rounded to 0</source>
        <translation>기울기가 0으로 반올림됨</translation>
    </message>
    <message>
        <source>Im f(x+ih) / h; error of order h², without cancellation</source>
        <translation>Im f(x+ih) / h, 오차는 h²에 비례, 자릿수 소실 없음</translation>
    </message>
    <message>
        <source>Left the view</source>
        <translation>화면을 벗어남</translation>
    </message>
    <message>
        <source>No step taken</source>
        <translation>스텝 없음</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>유한하지 않음</translation>
    </message>
    <message>
        <source>Oscillating</source>
        <translation>진동</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>Reverse-mode automatic differentiation: exact but for rounding</source>
        <translation>역방향 모드 자동 미분: 반올림을 빼면 정확함</translation>
    </message>
    <message>
        <source>Still descending</source>
        <translation>하강 중</translation>
    </message>
    <message>
        <source>The run has 0 steps: it stays at the start.</source>
        <translation>스텝 수가 0이어서 시작점에 그대로 있습니다.</translation>
    </message>
</context>
<context>
    <name>WriteError</name>
    <message>
        <source>Could not write {0}: {1}.</source>
        <translation>{0}에 쓸 수 없습니다: {1}.</translation>
    </message>
</context>
</TS>
